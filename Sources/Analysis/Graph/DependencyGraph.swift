import Diagnostics
import LabModel

/// What works only with what, in numbers: the things of a lab by position, and every need of each.
///
/// Everything in Analysis walks this one graph. Building it is linear in the lab.
struct DependencyGraph: Sendable {
  let ids: [ThingID]
  private(set) var requirements: [Requirement] = []
  /// Numbers of the requirements that each thing has.
  private(set) var owned: [[Int]]
  /// Numbers of the requirements that each thing is a member of.
  private(set) var joined: [[Int]]
  /// The step that stands in for a thing while the lab starts.
  let breakGlass: [Int: String]
  private let positions: [ThingID: Int]

  init(_ lab: ResolvedLab) {
    ids = lab.things.map(\.id)
    positions = Dictionary(zip(ids, ids.indices), uniquingKeysWith: { first, _ in first })
    owned = Array(repeating: [], count: ids.count)
    joined = Array(repeating: [], count: ids.count)
    var breakGlass: [Int: String] = [:]
    for (position, thing) in lab.things.enumerated() {
      if let step = thing.breakGlass { breakGlass[position] = step }
    }
    self.breakGlass = breakGlass
    for need in OperationNeeds(lab).needs + StartNeeds(lab).needs { add(need) }
  }

  /// The position of a thing; nil where the lab does not have it.
  func position(of id: ThingID) -> Int? { positions[id] }

  /// Adds a need between things by name; names that the lab does not have are another rule's business.
  private mutating func add(_ need: Need) {
    guard let owner = positions[need.owner] else { return }
    var seen: Set<Int> = []
    let members = need.members.compactMap { positions[$0] }.filter { seen.insert($0).inserted }
    guard !members.isEmpty else { return }
    let number = requirements.count
    requirements.append(
      Requirement(
        owner: owner, members: members, required: min(max(need.required, 0), members.count), words: need.words,
        isGroup: need.isGroup, use: need.use))
    owned[owner].append(number)
    for member in members { joined[member].append(number) }
  }
}

/// A ``Requirement`` before names are numbers.
struct Need {
  var owner: ThingID
  var members: [ThingID]
  var required: Int
  var words: String
  var isGroup = false
  var use = Requirement.Use.operation

  /// A plain dependency.
  static func one(_ owner: ThingID, _ words: String, _ other: ThingID, use: Requirement.Use = .operation) -> Need {
    Need(owner: owner, members: [other], required: 1, words: words, use: use)
  }

  /// Something that makes the owner worse when it is lost, and no more.
  static func soft(_ owner: ThingID, _ words: String, _ others: [ThingID]) -> Need {
    Need(owner: owner, members: others, required: 0, words: words)
  }
}
