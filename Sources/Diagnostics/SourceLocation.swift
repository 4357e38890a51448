/// A place in a file a person wrote: a line of a lab's Swift source or of a Markdown runbook.
///
/// `file` is what `#fileID` gives (`Module/File.swift`) or a path relative to the lab's folder; never an absolute path,
/// so that what is recorded is the same on every machine. Lines count from 1.
public struct SourceLocation: Sendable, Hashable, Comparable, Codable, CustomStringConvertible {
  /// `Module/File.swift`, or a path relative to the lab's folder.
  public var file: String
  /// The line, counted from 1.
  public var line: Int

  /// Names a line of a file.
  public init(_ file: String, _ line: Int) {
    self.file = file
    self.line = line
  }

  /// Takes the default arguments `#fileID` and `#line` of a declaration.
  public init(_ file: StaticString, _ line: UInt) {
    self.init(file.description, Int(line))
  }

  /// `File.swift:12`, as compilers and editors write it.
  public var description: String { "\(file):\(line)" }

  /// Orders by file, then by line.
  public static func < (left: SourceLocation, right: SourceLocation) -> Bool {
    (left.file, left.line) < (right.file, right.line)
  }
}
