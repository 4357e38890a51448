import Documents

/// Numbers that look random and are the same on every run (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

extension Node {
  /// A tree of nasty texts, a few levels deep, with comments that try to break out.
  static func random(depth: Int, using generator: inout SeededGenerator) -> Node {
    let kind = Int.random(in: 0..<(depth > 0 ? 12 : 7), using: &generator)
    var node: Node
    switch kind {
    case 0: node = .null
    case 1: node = .bool(Bool.random(using: &generator))
    case 2: node = .int([0, -1, 42, .max, .min].randomElement(using: &generator) ?? 0)
    case 3: node = .double([0.5, 1, 1e21, -2.5e-9, 1234.5, 5e-324, 0.1].randomElement(using: &generator) ?? 0)
    case 4...6: node = .string(nastyText(using: &generator))
    case 7...8:
      node = .sequence(
        (0..<Int.random(in: 0..<4, using: &generator)).map { _ in random(depth: depth - 1, using: &generator) })
    default:
      let count = Int.random(in: 0..<5, using: &generator)
      node = .mapping(
        (0..<count).map { _ in (nastyText(using: &generator), random(depth: depth - 1, using: &generator)) })
    }
    if Int.random(in: 0..<8, using: &generator) == 0 { node.comment = nastyText(using: &generator) }
    return node
  }

  private static func nastyText(using generator: inout SeededGenerator) -> String {
    let first = NastyTexts.notStartingWithMark.randomElement(using: &generator) ?? ""
    guard Bool.random(using: &generator) else { return first }
    return first + (NastyTexts.notStartingWithMark.randomElement(using: &generator) ?? "")
  }
}
