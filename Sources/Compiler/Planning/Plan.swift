import Blueprint
import Diagnostics

/// What differs between two builds of a lab: thing by thing, and file by file.
public struct Plan: Sendable, Hashable {
  /// What is compared with what, for the report's first line: `build/basement` and `the lab as it is now`.
  public var sides: Sides
  /// Whether one side is to take the other's place: only then is anything at stake.
  public var isChange = true
  /// What changes, grouped by what things run on, in the order of the lab.
  public var things: [ThingChange]
  /// Every file that changes, sorted by path; the portal, the manifest and the side files are left out.
  public var files: [FileChange]
  /// The files that change and belong to no thing.
  public var otherFiles: [String]
  /// What the reader has to know before the rest, one sentence each.
  public var remarks: [String]

  /// What is compared with what.
  public struct Sides: Sendable, Hashable {
    /// What was, or the left-hand side.
    public var old: String
    /// What will be, or the right-hand side.
    public var new: String

    /// Names both.
    public init(_ old: String, _ new: String) {
      self.old = old
      self.new = new
    }
  }

  /// Whether nothing changes that a person or a tool would notice.
  public var isEmpty: Bool { things.isEmpty && files.isEmpty }
  /// The most that is at stake.
  public var risk: Risk { things.map(\.risk).max() ?? .none }

  /// The things that change with what they run on, groups in the order in which they come first.
  public var groups: [(id: ThingID, things: [ThingChange])] {
    var order: [ThingID] = []
    var groups: [ThingID: [ThingChange]] = [:]
    for thing in things {
      if groups[thing.group] == nil { order.append(thing.group) }
      groups[thing.group, default: []].append(thing)
    }
    return order.map { ($0, groups[$0] ?? []) }
  }

  /// How many things are at a risk.
  public func count(of risk: Risk) -> Int { things.count { $0.risk == risk } }

  /// The plan without what would follow from it: two environments stand side by side, and neither takes the other's place.
  var withoutConsequences: Plan {
    var plain = self
    for thing in plain.things.indices {
      plain.things[thing].leftBehind = []
      for change in plain.things[thing].changes.indices { plain.things[thing].changes[change].consequence = .nothing }
    }
    return plain
  }

  /// The plan with the changes of some causes only.
  public func only(_ causes: Set<ThingChange.Cause>) -> Plan {
    var part = self
    part.things = things.filter { causes.contains($0.cause) }
    let kept = Set(part.things.flatMap(\.files))
    part.files = files.filter { kept.contains($0.path) }
    part.otherFiles = []
    return part
  }
}
