import Diagnostics

/// All runbooks of a lab, each with the thing it is for and what it can ask of the lab: what a runbook may call.
public struct RunbookLibrary: Sendable {
  /// A runbook and its thing.
  public struct Entry: Sendable {
    /// The runbook as it is written.
    public var runbook: Runbook
    /// The thing it is for; nothing for the lab as a whole, whose runbooks are called `lab/...`.
    public var thing: ThingID?
    /// What the lab knows about the thing.
    public var facts: Facts
    /// What the lab promises for the thing.
    public var promised: RecoveryPromise?

    /// Ties a runbook to a thing.
    ///
    /// - Parameters:
    ///   - runbook: The runbook as it is written.
    ///   - thing: The thing it is for; nothing for the lab as a whole.
    ///   - facts: What the lab knows about the thing.
    ///   - promised: What the lab promises for the thing.
    public init(_ runbook: Runbook, for thing: ThingID?, facts: Facts, promised: RecoveryPromise? = nil) {
      self.runbook = runbook
      self.thing = thing
      self.facts = facts
      self.promised = promised
    }

    /// `<thing>/<runbook>`, such as `homelab/etcd-restore`.
    public var id: String { "\(thing?.name ?? "lab")/\(runbook.name)" }
  }

  /// The runbooks, in order.
  public private(set) var entries: [Entry] = []
  /// Every name and address a step may be run on; nothing to leave that unchecked.
  public var hosts: Set<String>?
  /// Every thing of the lab, in order; nothing to leave names of things unchecked.
  public var things: [ThingID]?
  private var positions: [String: Int] = [:]

  /// Starts an empty library.
  ///
  /// - Parameters:
  ///   - hosts: Every name and address a step may be run on; nothing to leave that unchecked.
  ///   - things: Every thing of the lab, in order; nothing to leave names of things unchecked.
  public init(hosts: Set<String>? = nil, things: [ThingID]? = nil) {
    self.hosts = hosts
    self.things = things
  }

  /// Adds a runbook; of two with the same id, the first is the one that can be called.
  public mutating func add(_ entry: Entry) {
    if positions[entry.id] == nil { positions[entry.id] = entries.count }
    entries.append(entry)
  }

  /// The runbook of an id.
  public subscript(_ id: String) -> Entry? { positions[id].map { entries[$0] } }

  /// The ids of all runbooks, in order.
  public var ids: [String] { entries.map(\.id) }

  /// Ties every runbook to its thing, and reports what cannot be, at its Markdown line.
  ///
  /// - Parameter log: Takes the diagnostics.
  /// - Returns: The runbooks that could be tied to their things, in order.
  public func resolved(reporting log: inout DiagnosticLog) -> [ResolvedRunbook] {
    entries.compactMap { RunbookResolver.resolve($0, of: self, reporting: &log) }
  }
}
