import Diagnostics
import LabModel
import TestNumbers

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
    var numbers = SeededNumbers(seed)
    let count = numbers.int(2...12)
    let kinds = Relation.Kind.allCases
    var pieces = (0..<count).map(Piece.init)
    for number in 0..<count {
      func others(_ most: Int) -> [ThingID] {
        (0..<numbers.int(0...most)).map { _ in Piece.id(numbers.int(0...count - 1)) }.filter { $0 != Piece.id(number) }
      }
      pieces[number].relations = others(2).map { Relation(kinds[numbers.int(0...kinds.count - 1)], $0) }
      for _ in 0..<numbers.int(0...2) {
        let members = others(4)
        guard !members.isEmpty else { continue }
        pieces[number].redundancy.append(
          RedundancyGroup("members", of: members, required: numbers.int(0...members.count)))
      }
      guard starts else { continue }
      pieces[number].startNeeds = others(1).map { StartNeed(.thing($0), "starts with") }
      if numbers.once(in: 4) { pieces[number].breakGlass = "by hand" }
    }
    return ResolvedLab(name: "random", domain: "lab.example", listed: pieces)
  }
}
