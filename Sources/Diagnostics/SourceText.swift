/// The bytes of a file that a person wrote, line by line, so that a text of it can be shown and replaced.
///
/// Bytes rather than characters: what is not touched stays as it is, whatever its encoding and line ends.
public struct SourceText: Sendable {
  /// A stretch of one line.
  public struct Span: Sendable, Hashable {
    /// The line, counted from 1.
    public var line: Int
    /// The bytes of the line, counted from 0.
    public var bytes: Range<Int>
  }

  private var lines: [[UInt8]]

  /// Takes the bytes of a file.
  public init(_ bytes: [UInt8]) {
    self.lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map(Array.init)
  }

  /// Takes a text.
  public init(_ text: String) { self.init(Array(text.utf8)) }

  /// The bytes of the file.
  public var bytes: [UInt8] { Array(lines.joined(separator: [UInt8(ascii: "\n")])) }

  /// A line's text without its end, or nil where the file is shorter; lines count from 1.
  public subscript(_ line: Int) -> String? {
    guard lines.indices.contains(line - 1) else { return nil }
    let bytes = lines[line - 1]
    return String(decoding: bytes.last == UInt8(ascii: "\r") ? bytes.dropLast() : bytes[...], as: UTF8.self)
  }

  /// Every place where a text stands as a whole word in the statement that begins at a line.
  public func spans(of text: String, from line: Int) -> [Span] {
    let wanted = Array(text.utf8)
    guard lines.indices.contains(line - 1) else { return [] }
    return statement(from: line).flatMap { number in
      Self.positions(of: wanted, in: lines[number - 1])
        .map { Span(line: number, bytes: $0..<$0 + wanted.count) }
    }
  }

  /// The file with one stretch replaced.
  public func replacing(_ span: Span, by replacement: String) -> SourceText {
    var copy = self
    guard lines.indices.contains(span.line - 1), lines[span.line - 1].indices.contains(span.bytes) else { return self }
    copy.lines[span.line - 1].replaceSubrange(span.bytes, with: replacement.utf8)
    return copy
  }

  /// The lines of the statement that begins at a line; only that line where its end is not found.
  func statement(from line: Int) -> ClosedRange<Int> {
    guard lines.indices.contains(line - 1) else { return line...line }
    var scanner = StatementScanner()
    var number = line
    while number <= lines.count, number < line + 200 {
      scanner.read(lines[number - 1])
      if scanner.isBroken { break }
      let isContinued = number < lines.count && Self.beginsWithDot(lines[number])
      if scanner.isComplete, !isContinued { return line...number }
      number += 1
    }
    return line...line
  }

  private static func beginsWithDot(_ line: [UInt8]) -> Bool {
    line.first { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") } == UInt8(ascii: ".")
  }

  /// Where a text begins in a line, leaving out those inside of longer words: `10` does not stand in `210` or in `10.5`.
  private static func positions(of wanted: [UInt8], in line: [UInt8]) -> [Int] {
    guard let first = wanted.first, let last = wanted.last, wanted.count <= line.count else { return [] }
    return (0...line.count - wanted.count).filter { start in
      let end = start + wanted.count
      return line[start] == first && line[start..<end].elementsEqual(wanted)
        && !(start > 0 && joins(line[start - 1], first)) && !(end < line.count && joins(last, line[end]))
    }
  }

  /// Whether two neighbouring bytes belong to one word or number.
  private static func joins(_ left: UInt8, _ right: UInt8) -> Bool {
    func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
    func isWord(_ byte: UInt8) -> Bool {
      isDigit(byte) || byte >= 0x80 || byte == UInt8(ascii: "_")
        || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }
    let dot = UInt8(ascii: ".")
    return isWord(left) && isWord(right) || left == dot && isDigit(right) || isDigit(left) && right == dot
  }
}
