import Diagnostics
import Documents
import LabModel

extension FailoverGroup: Resource {
  /// A shared address.
  public static let kind = ResourceKind(
    "failover-group", "shared address",
    added: Consequence(.none, "one of the hosts takes the address"),
    removed: Consequence(.downtime, "nobody may hold the address any more"),
    leftBehind: "the running cluster: its hosts hold the address until Pacemaker and Corosync are stopped on them",
    saysBetter: ["member"],
    fields: [
      FieldRule("vip", "VIP", Consequence(.downtime, "whoever knows the old address finds nobody")),
      FieldRule("prefix", "network prefix", Consequence(.downtime, "the address is taken down and up again")),
      FieldRule("members.*", "member *", Consequence(.restart, "Corosync takes a new list of members")),
      FieldRule(
        "token", "silence before a member counts as lost, in ms", Consequence(.restart, "Corosync takes it up")),
      FieldRule("monitor", "time between looks", unit: .seconds, Consequence(.none, "Pacemaker takes it up")),
      FieldRule("fencing", "fencing", Consequence(.restart, "how a lost member is switched off changes")),
      FieldRule("name", "name of the cluster", Consequence(.downtime, "Corosync forms a new cluster")),
    ])

  /// Address, members, times, fencing.
  public var fields: Node {
    .mapping([
      ("name", .string(name)),
      ("vip", .string(vip.text)),
      ("prefix", vip.prefix.map(Node.int)),
      ("members", .fields(members.map { ($0.machine.name, Self.fields(of: $0)) })),
      ("token", .int(token)),
      ("monitor", .int(monitor.seconds)),
      ("fencing", .string(fencingText)),
    ])
  }

  private static func fields(of member: Member) -> Node {
    Node.mapping([
      ("address", .string(member.address)),
      ("switched off as", member.power.map { .string("VM \($0.vmid), asked of \($0.api)") }),
    ]).from(member.origin)
  }

  private var fencingText: String {
    switch fencing {
    case .proxmox(let account): "Proxmox, as \(account)"
    case .waived(let reason): "none: \(reason)"
    }
  }
}
