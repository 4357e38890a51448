import Documents

/// A file that Rackbook makes: where it goes and what stands in it, every line with its origin.
public struct Artifact: Sendable {
  /// The path below the build folder, with `/` between names: never absolute, never upwards.
  public var path: String
  /// The lines.
  public var text: PrintedText
  /// Whether the file is a program.
  public var isExecutable: Bool

  /// Makes a file.
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
}
