import Diagnostics
import LabModel

/// Numbers by chance that are the same on every run (SplitMix64).
struct Dice: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: Int) { state = UInt64(truncatingIfNeeded: seed) &* 0x9E37_79B9_7F4A_7C15 }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func roll(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }
  mutating func happens(oneIn count: Int) -> Bool { roll(1...count) == 1 }
}

/// A thing with a number for a name, which says of itself whatever a test wants.
struct Piece: Component {
  var id: ThingID
  var declared = SourceLocation("Random.swift", 1)
  var summary: String { "" }
  var facts: [Fact] { [] }
  var relations: [Relation] = []
  var redundancy: [RedundancyGroup] = []
  var startNeeds: [StartNeed] = []
  var breakGlass: String?

  init(_ number: Int) { id = Piece.id(number) }

  static func id(_ number: Int) -> ThingID { ThingID("piece", "\(number)") }
}

extension ResolvedLab {
  /// A lab of 2 to 12 things with relations and groups by chance, rings among them.
  ///
  /// - Parameters:
  ///   - seed: The same number gives the same lab.
  ///   - starts: Whether things also need others to start, some with a break-glass step.
  /// - Returns: The lab.
  static func random(_ seed: Int, starts: Bool = false) -> ResolvedLab {
    var dice = Dice(seed)
    let count = dice.roll(2...12)
    let kinds = Relation.Kind.allCases
    var pieces = (0..<count).map(Piece.init)
    for number in 0..<count {
      func others(_ most: Int) -> [ThingID] {
        (0..<dice.roll(0...most)).map { _ in Piece.id(dice.roll(0...count - 1)) }.filter { $0 != Piece.id(number) }
      }
      pieces[number].relations = others(2).map { Relation(kinds[dice.roll(0...kinds.count - 1)], $0) }
      for _ in 0..<dice.roll(0...2) {
        let members = others(4)
        guard !members.isEmpty else { continue }
        pieces[number].redundancy.append(
          RedundancyGroup("members", of: members, required: dice.roll(0...members.count)))
      }
      guard starts else { continue }
      pieces[number].startNeeds = others(1).map { StartNeed(.thing($0), "starts with") }
      if dice.happens(oneIn: 4) { pieces[number].breakGlass = "by hand" }
    }
    return ResolvedLab(name: "random", domain: "lab.example", listed: pieces)
  }
}
