/// A regular expression as instructions.
struct RegexProgram: Sendable, Hashable {
  /// The most instructions there may be.
  static let longest = 5_000

  enum Instruction: Sendable, Hashable {
    /// Takes a character of a set.
    case take(ScalarSet)
    /// Goes both ways, the first before the second.
    case split(Int, Int)
    case jump(Int)
    /// Notes the place: the beginning or the end of the first group.
    case noteGroup(isEnd: Bool)
    /// Goes on only at such a place.
    case edge(RegexNode.Edge)
    case found
  }

  private(set) var instructions: [Instruction] = []
  /// How many parts have been written, also those that give no instruction.
  private var parts = 0

  init(_ root: RegexNode) throws(RegularExpression.Problem) {
    try add(root)
    instructions.append(.found)
  }

  private mutating func add(_ node: RegexNode) throws(RegularExpression.Problem) {
    parts += 1
    guard max(parts / 4, instructions.count) < Self.longest else {
      throw RegularExpression.Problem(reason: "its repetitions make it too large")
    }
    switch node {
    case .set(let set): instructions.append(.take(set))
    case .edge(let edge): instructions.append(.edge(edge))
    case .sequence(let parts): for part in parts { try add(part) }
    case .firstGroup(let inner):
      instructions.append(.noteGroup(isEnd: false))
      try add(inner)
      instructions.append(.noteGroup(isEnd: true))
    case .choice(let ways): try add(ways: ways)
    case .repeated(let inner, let least, let most, let isLazy):
      for _ in 0..<least { try add(inner) }
      if let most {
        for _ in least..<most { try add(optional: inner, isLazy: isLazy, loops: false) }
      } else {
        try add(optional: inner, isLazy: isLazy, loops: true)
      }
    }
  }

  private mutating func add(ways: [RegexNode]) throws(RegularExpression.Problem) {
    var exits: [Int] = []
    for way in ways.dropLast() {
      let fork = instructions.count
      instructions.append(.found)
      try add(way)
      exits.append(instructions.count)
      instructions.append(.found)
      instructions[fork] = .split(fork + 1, instructions.count)
    }
    if let last = ways.last { try add(last) }
    for exit in exits { instructions[exit] = .jump(instructions.count) }
  }

  private mutating func add(optional inner: RegexNode, isLazy: Bool, loops: Bool) throws(RegularExpression.Problem) {
    let fork = instructions.count
    instructions.append(.found)
    try add(inner)
    if loops { instructions.append(.jump(fork)) }
    let after = instructions.count
    instructions[fork] = isLazy ? .split(after, fork + 1) : .split(fork + 1, after)
  }
}
