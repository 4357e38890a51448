import Diagnostics

/// Where a key or an item of a list stands in a file.
public struct ComposePlace: Sendable, Hashable, Comparable, Codable, CustomStringConvertible {
  /// The path of the file, relative to the folder of the project where it lies in it.
  public var file: String
  /// The line, counted from 1.
  public var line: Int
  /// The column, counted from 1; it tells the keys of one line apart.
  public var column: Int

  /// Names a place.
  public init(_ file: String, _ line: Int, _ column: Int) {
    self.file = file
    self.line = line
    self.column = column
  }

  /// The place as diagnostics know it.
  public var location: SourceLocation { SourceLocation(file, line) }

  /// File and line.
  public var description: String { "\(file):\(line)" }

  /// Orders by file, line and column.
  public static func < (left: ComposePlace, right: ComposePlace) -> Bool {
    (left.file, left.line, left.column) < (right.file, right.line, right.column)
  }
}
