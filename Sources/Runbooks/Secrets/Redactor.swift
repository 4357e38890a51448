/// Takes secrets out of a stream of bytes, in every spelling they are likely to have, also where a read cuts one in two.
///
/// Every byte that belongs to a spelling of a secret goes, and `[NAME]` stands in its place. Bytes are held back only
/// while they could be the beginning of one. A value's spellings are ``SecretSpellings``.
public struct Redactor: Sendable {
  /// The shortest value, in bytes, that can be told from ordinary output in every spelling.
  public static let shortest = 8
  /// The longest value, in bytes.
  public static let longest = 16_384

  /// A stretch of the stream that is a secret.
  private struct Stretch {
    var start: Int
    var end: Int
    /// How long the longest spelling in it is; that one gives the name.
    var longest: Int32
    var name: Int
  }

  private let needles: SecretNeedles?
  /// What was read and may still be needed; some of it has been given out already.
  private var buffer: [UInt8] = []
  /// The place in the stream of the buffer's first byte.
  private var base = 0
  /// The place in the stream up to which bytes were given out or replaced.
  private var released = 0
  /// What was found and has not been given out, in order, apart from each other.
  private var found: [Stretch] = []
  private var scan = SecretNeedles.Scan()

  /// Takes the secrets' values by their names; values shorter than ``shortest`` are for the caller to refuse.
  ///
  /// - Parameter secrets: The values by their names.
  public init(_ secrets: [String: String]) { needles = SecretNeedles(secrets) }

  /// Takes the next bytes, and gives those that are safe to show.
  ///
  /// - Parameter bytes: What comes next in the stream.
  /// - Returns: What can be shown by now.
  public mutating func pass(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    guard let needles else { return Array(bytes) }
    let from = buffer.count
    buffer += bytes
    let start = base
    var found = self.found
    needles.scan(buffer, from: from, &scan) { end, length, match, name in
      Self.add(Stretch(start: start + end - length, end: start + end, longest: match, name: name), to: &found)
    }
    self.found = found
    let limit = base + buffer.count - needles.pending(scan, in: buffer)
    let safe = give(upTo: limit)
    let unneeded = max(0, min(released, limit) - base - SecretNeedles.lookBack)
    buffer.removeFirst(unneeded)
    base += unneeded
    return safe
  }

  /// Gives what was held back, at the end of the stream.
  ///
  /// - Returns: The rest of what can be shown.
  public mutating func finish() -> [UInt8] {
    guard needles != nil else { return [] }
    let safe = give(upTo: base + buffer.count)
    base += buffer.count
    released = base
    buffer = []
    scan = SecretNeedles.Scan()
    return safe
  }

  /// A text without the secrets.
  ///
  /// - Parameter text: Any text.
  /// - Returns: The text with `[NAME]` in their places.
  public func redact(_ text: String) -> String {
    guard let needles else { return text }
    var fresh = Redactor(needles)
    let bytes = fresh.pass(text.utf8) + fresh.finish()
    return String(decoding: bytes, as: UTF8.self)
  }

  private init(_ needles: SecretNeedles) { self.needles = needles }

  /// Notes a find; finds that overlap become one.
  private static func add(_ stretch: Stretch, to found: inout [Stretch]) {
    var stretch = stretch
    while let last = found.last, last.end > stretch.start {
      found.removeLast()
      if last.longest >= stretch.longest { (stretch.longest, stretch.name) = (last.longest, last.name) }
      stretch.start = min(stretch.start, last.start)
      stretch.end = max(stretch.end, last.end)
    }
    found.append(stretch)
  }

  /// Gives what stands before a place in the stream that no later find can reach back over.
  private mutating func give(upTo limit: Int) -> [UInt8] {
    var safe: [UInt8] = []
    var done = 0
    for stretch in found where stretch.start < limit {
      if stretch.start > released { safe += buffer[released - base..<stretch.start - base] }
      // One that goes on from what was replaced already needs no name of its own.
      if stretch.start >= released { safe += needles?.replacement(stretch.name) ?? [] }
      released = max(released, stretch.end)
      done += 1
    }
    found.removeFirst(done)
    if limit > released {
      safe += buffer[released - base..<limit - base]
      released = limit
    }
    return safe
  }
}
