import Diagnostics

/// Text as it stands in a file: its bytes, and for every line the place it comes from.
///
/// It always consists of whole lines: it is empty, or ends with a newline.
public struct PrintedText: Sendable, Hashable {
  /// The bytes, UTF-8.
  public internal(set) var bytes: [UInt8] = []
  /// Where each line comes from; as many entries as there are lines.
  public internal(set) var origins: [SourceLocation?] = []
  /// What else lines depend on, by their positions counted from 0.
  ///
  /// In the block of a service, that is the declaration of a machine whose address stands there. Lines that depend on one
  /// place only have no entry.
  public internal(set) var furtherOrigins: [Int: [SourceLocation]] = [:]

  /// Empty text.
  public init() {}

  /// Takes text that was written elsewhere; a missing newline at its end is added.
  ///
  /// - Parameters:
  ///   - text: The lines.
  ///   - origin: Where all of them come from.
  ///   - others: What else all of them depend on.
  public init(_ text: String, from origin: SourceLocation? = nil, and others: [SourceLocation] = []) {
    self.init(bytes: Array(text.utf8), from: origin, and: others)
  }

  /// Takes bytes that were written elsewhere; a missing newline at their end is added.
  ///
  /// - Parameters:
  ///   - bytes: The lines, UTF-8.
  ///   - origin: Where all of them come from.
  ///   - others: What else all of them depend on.
  public init(bytes: [UInt8], from origin: SourceLocation? = nil, and others: [SourceLocation] = []) {
    self.bytes = bytes
    if let last = bytes.last, last != Ascii.newline { self.bytes.append(Ascii.newline) }
    let lines = self.bytes.count { $0 == Ascii.newline }
    origins = Array(repeating: origin, count: lines)
    if !others.isEmpty { for line in 0..<lines { furtherOrigins[line] = others } }
  }

  /// The text; bytes that are not UTF-8 come out as replacement characters.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Whether there is no line at all.
  public var isEmpty: Bool { bytes.isEmpty }

  /// Where a line, counted from 1, comes from; nil where that is not known or there is no such line.
  public func origin(ofLine line: Int) -> SourceLocation? {
    origins.indices.contains(line - 1) ? origins[line - 1] : nil
  }

  /// Every place that a line, counted from 1, depends on, the one it stands for first; none where that is not known.
  public func origins(ofLine line: Int) -> [SourceLocation] {
    var places = origin(ofLine: line).map { [$0] } ?? []
    for place in furtherOrigins[line - 1] ?? [] where !places.contains(place) { places.append(place) }
    return places
  }

  /// Notes that a line, counted from 0, depends on another place, too; a line that is not there is left alone.
  public mutating func note(_ place: SourceLocation, onLine line: Int) {
    guard origins.indices.contains(line), origins[line] != place else { return }
    if furtherOrigins[line]?.contains(place) != true { furtherOrigins[line, default: []].append(place) }
  }

  /// Adds the lines of another text.
  public mutating func append(_ other: PrintedText) {
    bytes.append(contentsOf: other.bytes)
    for (line, places) in other.furtherOrigins { furtherOrigins[origins.count + line] = places }
    origins.append(contentsOf: other.origins)
  }

  /// One text after the other.
  public static func + (left: PrintedText, right: PrintedText) -> PrintedText {
    var sum = left
    sum.append(right)
    return sum
  }
}
