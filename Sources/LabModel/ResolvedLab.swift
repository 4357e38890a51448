import Diagnostics

/// A whole lab as plain values: everything that was listed, with the parts of each, in the order of declaration.
///
/// It is what checks, systems, diagrams and the portal read. Nothing in it knows Swift files, tools or the disk.
public struct ResolvedLab: Sendable {
  /// The lab's name: a DNS label, used in file names and identifiers.
  public let name: String
  /// What the lab is, in one phrase.
  public let summary: String
  /// The DNS domain that host names end in, such as `lab.example`.
  public let domain: String
  /// The environment that the values are for, such as `staging`; nil for a lab that has none.
  public let environment: String?
  /// The account that ssh and Ansible use on machines.
  public let operatorAccount: String
  /// Every thing once, a thing before its parts.
  public let things: [any Component]
  /// Things that stand in the lab under a name that another of their kind has already: reported, never dropped silently.
  public let duplicates: [any Component]
  /// Rules of the lab's own; they are listed like things and are none.
  public let policies: [Policy]
  /// Rules that may be broken for a while; they are listed like things and are none.
  public let waivers: [Waiver]
  /// What each thing has to do with the others.
  public let graph: RelationGraph

  private let positions: [ThingID: Int]
  private let memo = Memo()

  /// Collects what a lab lists, with all parts.
  public init(
    name: String, summary: String = "", domain: String, operatorAccount: String = "ops", environment: String? = nil,
    listed: [any Component]
  ) {
    var things: [any Component] = []
    var duplicates: [any Component] = []
    var positions: [ThingID: Int] = [:]
    var policies: [Policy] = []
    var waivers: [Waiver] = []
    func add(_ component: any Component) {
      if let policy = component as? Policy { return policies.append(policy) }
      if let waiver = component as? Waiver { return waivers.append(waiver) }
      if let first = positions[component.id] {
        if things[first].declared != component.declared { duplicates.append(component) }
        return
      }
      positions[component.id] = things.count
      things.append(component)
      for part in component.parts { add(part) }
    }
    for component in listed { add(component) }
    self.name = name
    self.summary = summary
    self.domain = domain
    self.operatorAccount = operatorAccount
    self.environment = environment
    self.things = things
    self.policies = policies
    self.waivers = waivers
    self.duplicates = duplicates
    self.positions = positions
    self.graph = RelationGraph(things)
  }

  /// What is derived from the lab and asked for more than once, such as the graph of what needs what: made at the first
  /// question, and kept, one value of each type.
  ///
  /// - Parameter make: Makes it, of nothing but the lab.
  /// - Returns: The value, the same for all copies of the lab.
  public func derived<Value: Sendable>(_ make: () -> Value) -> Value { memo.value(make) }

  /// The thing with an identity, if the lab has it.
  public subscript(_ id: ThingID) -> (any Component)? {
    positions[id].map { things[$0] }
  }

  /// The thing with an identity, if the lab has it and it is of a kind.
  public func thing<Kind>(_ id: ThingID, as kind: Kind.Type = Kind.self) -> Kind? {
    self[id] as? Kind
  }

  /// Every thing of a kind, in the order of declaration; a protocol such as `(any Machine).self` is a kind too.
  ///
  /// The things are gone through at the first question only: what asks once for each thing of another kind stays linear.
  public func all<Kind>(_ kind: Kind.Type = Kind.self) -> [Kind] {
    derived { Listed(all: things.compactMap { $0 as? Kind }) }.all
  }

  /// The things of one kind.
  ///
  /// The compiler cannot see that the kind is Sendable; every thing is.
  private struct Listed<Kind>: @unchecked Sendable {
    let all: [Kind]
  }

  /// Where each thing was declared.
  public var places: [ThingID: SourceLocation] {
    Dictionary(things.map { ($0.id, $0.declared) }, uniquingKeysWith: { first, _ in first })
  }

  /// Every alert with the thing it watches, in the order of declaration.
  public var alerts: [(thing: ThingID, alert: Alert)] {
    things.flatMap { thing in thing.alerts.map { (thing.id, $0) } }
  }

  /// The host name of a thing in the lab's domain, such as `km01.lab.example`.
  public func hostName(of id: ThingID) -> String { "\(id.name).\(domain)" }
}
