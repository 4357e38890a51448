import Diagnostics

/// Where a key or an item of a list stands in a file.
public struct ComposePlace: Sendable, Hashable, Comparable, Codable, CustomStringConvertible {
  /// The path of the file, relative to the folder of the project where it lies in it.
  public var file: String
  /// The line, counted from 1.
  public var line: Int
  /// The column, counted from 1; it tells the keys of one line apart.
  public var column: Int
  /// Whether it is an item of a list, which begins where its first key does.
  public var isItem: Bool

  /// Names a place.
  public init(_ file: String, _ line: Int, _ column: Int, isItem: Bool = false) {
    self.file = file
    self.line = line
    self.column = column
    self.isItem = isItem
  }

  /// The place as diagnostics know it.
  public var location: SourceLocation { SourceLocation(file, line) }

  /// File and line.
  public var description: String { "\(file):\(line)" }

  /// Orders by file, line and column, an item before its first key.
  public static func < (left: ComposePlace, right: ComposePlace) -> Bool {
    (left.file, left.line, left.column, left.isItem ? 0 : 1) < (
      right.file, right.line, right.column, right.isItem ? 0 : 1
    )
  }
}
