/// A part of a regular expression.
indirect enum RegexNode: Sendable, Hashable {
  /// One character of a set.
  case set(ScalarSet)
  /// One after the other.
  case sequence([RegexNode])
  /// One of several, the first before the others.
  case choice([RegexNode])
  /// What the first group of the expression finds.
  case firstGroup(RegexNode)
  /// Several times: as often as possible, or, lazy, as seldom.
  case repeated(RegexNode, least: Int, most: Int?, isLazy: Bool)
  /// A place between two characters.
  case edge(Edge)

  /// A place between two characters.
  enum Edge: Sendable, Hashable { case start, end, lineStart, lineEnd, wordEdge, noWordEdge }
}

/// A set of characters.
struct ScalarSet: Sendable, Hashable {
  var ranges: [ClosedRange<UInt32>] = []
  var isNegated = false

  static let digits = ScalarSet(ranges: [0x30...0x39])
  static let words = ScalarSet(ranges: [0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A])
  static let blanks = ScalarSet(ranges: [0x09...0x0D, 0x20...0x20])
  static let newline = ScalarSet(ranges: [0x0A...0x0A])

  static func one(_ scalar: Unicode.Scalar) -> ScalarSet { ScalarSet(ranges: [scalar.value...scalar.value]) }

  var negated: ScalarSet { ScalarSet(ranges: ranges, isNegated: !isNegated) }

  func contains(_ scalar: Unicode.Scalar) -> Bool {
    ranges.contains { $0.contains(scalar.value) } != isNegated
  }

  /// The ranges of the set itself, where it is the opposite of some.
  var positive: [ClosedRange<UInt32>] {
    guard isNegated else { return ranges }
    var result: [ClosedRange<UInt32>] = []
    var next: UInt32 = 0
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if range.lowerBound > next { result.append(next...(range.lowerBound - 1)) }
      next = max(next, range.upperBound + 1)
    }
    if next <= 0x10FFFF { result.append(next...0x10FFFF) }
    return result
  }

  /// With the other case of every ASCII letter in it.
  var ignoringCase: ScalarSet {
    var set = self
    for (letters, shift) in [(UInt32(0x41)...0x5A, 32), (UInt32(0x61)...0x7A, -32)] {
      for range in ranges where range.overlaps(letters) {
        let both = range.clamped(to: letters)
        set.ranges.append(UInt32(Int(both.lowerBound) + shift)...UInt32(Int(both.upperBound) + shift))
      }
    }
    return set
  }
}
