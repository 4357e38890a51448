import Diagnostics
import Documents

/// A file that Rackbook makes: where it goes and what stands in it, every line with its origin.
public struct Artifact: Sendable {
  /// The path below the build folder, with `/` between names: never absolute, never upwards.
  public var path: String
  /// The lines.
  public private(set) var text: PrintedText
  /// The tree that the lines are printed from, for files that are one; changing it prints the lines again.
  public var document: Document? {
    didSet { if let document { text = document.printed } }
  }
  /// Whether the file is a program.
  public var isExecutable: Bool

  /// Makes a file of lines, which no patch can change.
  ///
  /// - Parameters:
  ///   - path: The path below the build folder.
  ///   - text: The lines.
  ///   - isExecutable: Whether the file is a program; false unless said otherwise.
  public init(_ path: String, _ text: PrintedText, isExecutable: Bool = false) {
    self.path = path
    self.text = text
    self.isExecutable = isExecutable
  }

  /// Makes a file from a tree, which patches can change.
  ///
  /// - Parameters:
  ///   - path: The path below the build folder.
  ///   - document: The tree and how it is printed.
  public init(_ path: String, _ document: Document) {
    self.path = path
    self.text = document.printed
    self.document = document
    self.isExecutable = false
  }

  /// Notes that a line, counted from 0, depends on another place, too; a tree that is changed afterwards forgets it.
  public mutating func note(_ place: SourceLocation, onLine line: Int) { text.note(place, onLine: line) }
}
