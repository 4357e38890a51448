import Diagnostics

/// Several things that do one job together: a thing works as long as enough of them do.
///
/// ```swift
/// RedundancyGroup.majority("etcd members", of: [km01, km02, km03].map(\.id))
/// ```
public struct RedundancyGroup: Sendable, Hashable {
  /// What the members are, in the plural: `etcd members`.
  public var purpose: String
  /// The members, each once, in the order of declaration.
  public var members: [ThingID]
  /// How many must work; 0 where the thing does its work without any, only worse.
  public var required: Int

  /// States a group.
  ///
  /// - Parameters:
  ///   - purpose: What the members are, in the plural.
  ///   - members: The members; one that is named twice counts once.
  ///   - required: How many must work; held between 0 and the number of members.
  public init(_ purpose: String, of members: [ThingID], required: Int) {
    var seen: Set<ThingID> = []
    self.purpose = purpose
    self.members = members.filter { seen.insert($0).inserted }
    self.required = max(0, min(required, self.members.count))
  }

  /// A group of which more than half must work, as in etcd, Corosync or Vault's Raft.
  public static func majority(_ purpose: String, of members: [ThingID]) -> RedundancyGroup {
    var group = RedundancyGroup(purpose, of: members, required: 0)
    group.required = group.members.isEmpty ? 0 : group.members.count / 2 + 1
    return group
  }

  /// A group of which one is enough.
  public static func anyOne(_ purpose: String, of members: [ThingID]) -> RedundancyGroup {
    RedundancyGroup(purpose, of: members, required: 1)
  }

  /// How many members it can lose.
  public var spare: Int { members.count - required }
}
