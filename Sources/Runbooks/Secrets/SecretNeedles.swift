#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// All spellings of all secrets, ready to be looked for in one go.
///
/// Two automata run side by side: one for spellings that stand in one piece, one for those that programs break into
/// lines, which passes over the breaks. Where neither is inside a spelling, whatever begins none is passed over.
final class SecretNeedles: Sendable {
  /// How far a search has come.
  struct Scan {
    fileprivate var whole = NeedleAutomaton.start
    fileprivate var broken = NeedleAutomaton.start
    /// How many bytes of a break have been passed over; 0 outside one.
    fileprivate var breakLength = 0
  }

  /// How many characters of an encoding stand before a break into lines, at least; ordinary words are shorter.
  static let lookBack = 32
  /// The longest break: a line end, and the next line's indentation.
  private static let longestBreak = 32

  private let whole: NeedleAutomaton
  private let broken: NeedleAutomaton
  private let replacements: [[UInt8]]
  /// For three bytes that follow each other, by their hash: whether a spelling may begin with them.
  private let mayBegin: [Bool]

  /// Spells secrets; nothing if there are none.
  init?(_ secrets: [String: String]) {
    guard !secrets.isEmpty else { return nil }
    var whole: [(bytes: [UInt8], name: Int32)] = []
    var broken: [(bytes: [UInt8], name: Int32)] = []
    var replacements: [[UInt8]] = []
    for (name, value) in secrets.sorted(by: { $0.key < $1.key }) {
      let spellings = SecretSpellings(of: value)
      let number = Int32(replacements.count)
      replacements.append(Array("[\(name)]".utf8))
      whole += spellings.whole.map { ($0, number) }
      broken += spellings.breakable.map { ($0, number) }
    }
    self.whole = NeedleAutomaton(whole)
    self.broken = NeedleAutomaton(broken)
    self.replacements = replacements
    mayBegin = Self.beginnings((whole + broken).map(\.bytes))
  }

  private static func beginnings(_ needles: [[UInt8]]) -> [Bool] {
    var beginnings = [Bool](repeating: false, count: 65_536)
    for needle in needles {
      beginnings[hash(UInt32(needle[0]) | UInt32(needle[1]) << 8 | UInt32(needle[2]) << 16)] = true
    }
    return beginnings
  }

  /// The hash of three bytes, the first of them lowest; what is above them does not count.
  @inline(__always)
  private static func hash(_ bytes: UInt32) -> Int { Int(truncatingIfNeeded: ((bytes << 8) &* 0x9E37_79B1) >> 16) }

  /// What stands in the place of a secret.
  func replacement(_ name: Int) -> [UInt8] { replacements[name] }

  /// Goes on with a search.
  ///
  /// - Parameters:
  ///   - buffer: The bytes, with those before that may still matter.
  ///   - from: Where in the buffer the new ones begin.
  ///   - scan: How far the search has come.
  ///   - report: Is told each find: where it ends, how many bytes it has there, and without breaks, and its name.
  func scan(_ buffer: [UInt8], from: Int, _ scan: inout Scan, report: (Int, Int, Int32, Int) -> Void) {
    buffer.withUnsafeBytes { raw in
      let bytes = raw.bindMemory(to: UInt8.self)
      var position = from
      var lineEnd = -1
      while position < bytes.count {
        if scan.whole == NeedleAutomaton.start, scan.broken == NeedleAutomaton.start {
          if lineEnd < position { lineEnd = Self.lineEnd(from: position, bytes) }
          // A spelling that is broken right after its first bytes is not known by them: there every byte counts.
          position = skip(from: position, to: lineEnd - 3, raw)
        }
        let byte = bytes[position]
        scan.whole = whole.step(scan.whole, byte)
        let match = whole.nodes[Int(scan.whole)].match
        if match > 0 { report(position + 1, Int(match), match, Int(whole.nodes[Int(scan.whole)].name)) }
        stepBroken(byte, at: position, bytes, &scan, report)
        position += 1
      }
    }
  }

  /// The next place before a limit where a spelling may begin; the limit if there is none.
  @inline(__always)
  private func skip(from start: Int, to limit: Int, _ bytes: UnsafeRawBufferPointer) -> Int {
    mayBegin.withUnsafeBufferPointer { mayBegin in
      var position = start
      while position < limit, !mayBegin[Self.hash(bytes.loadUnaligned(fromByteOffset: position, as: UInt32.self))] {
        position += 1
      }
      return position
    }
  }

  /// Where the line ends that a place belongs to, or the bytes.
  private static func lineEnd(from start: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    guard let base = bytes.baseAddress,
      let end = memchr(base.advanced(by: start), Int32(UInt8(ascii: "\n")), bytes.count - start)
    else { return bytes.count }
    return base.distance(to: end.assumingMemoryBound(to: UInt8.self))
  }

  @inline(__always)
  private func stepBroken(
    _ byte: UInt8, at position: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ scan: inout Scan,
    _ report: (Int, Int, Int32, Int) -> Void
  ) {
    if scan.broken != NeedleAutomaton.start, isBreak(byte, at: position, bytes, scan) {
      scan.breakLength += 1
      return
    }
    scan.breakLength = 0
    scan.broken = broken.step(scan.broken, byte)
    let node = broken.nodes[Int(scan.broken)]
    guard node.match > 0 else { return }
    report(position + 1, Self.length(of: node.match, upTo: position + 1, bytes), node.match, Int(node.name))
  }

  /// Whether a byte belongs to a break between two lines of one encoded text.
  private func isBreak(_ byte: UInt8, at position: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ scan: Scan) -> Bool {
    guard Self.isInBreak(byte) else { return false }
    if scan.breakLength > 0 { return scan.breakLength < Self.longestBreak }
    guard byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") else { return false }
    return position >= Self.lookBack && bytes[position - Self.lookBack..<position].allSatisfy(Self.isEncoding)
  }

  /// How many bytes of the buffer must be held back: those that could be the beginning of a spelling.
  func pending(_ scan: Scan, in buffer: [UInt8]) -> Int {
    let depth = broken.nodes[Int(scan.broken)].depth
    let inBroken = buffer.withUnsafeBufferPointer { bytes in
      depth == 0 ? 0 : Self.length(of: depth, upTo: bytes.count, bytes)
    }
    return max(Int(whole.nodes[Int(scan.whole)].depth), inBroken)
  }

  /// How many bytes of the buffer hold so many characters of an encoding, breaks included.
  private static func length(of count: Int32, upTo end: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var position = end
    var left = count
    while left > 0, position > 0 {
      position -= 1
      if !isInBreak(bytes[position]) { left -= 1 }
    }
    return end - position
  }

  private static func isInBreak(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") || byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
  }

  private static func isEncoding(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "+"), UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}
