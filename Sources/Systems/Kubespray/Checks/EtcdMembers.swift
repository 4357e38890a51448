import Blueprint
import Diagnostics
import LabModel

extension KubesprayChecks {
  static let oddEtcd = check(
    Rule(
      "RB0301", .error, "a cluster has an odd number of etcd members",
      why: "etcd works while more than half of its members live: four survive no more losses than three. kubespray "
        + "refuses an even number.",
      remedy: "Have 3 members, which survive the loss of one, or 5, which survive the loss of two."),
    bad: KubesprayExample { [ControlPlane($0.vm(1)), ControlPlane($0.vm(2)), Worker($0.vm(4)), Worker($0.vm(5))] },
    good: KubesprayExample()
  ) { rule, cluster, _ in
    let members = cluster.machines(.etcd)
    guard members.count.isMultiple(of: 2) else { return [] }
    return [
      rule.diagnostic(
        about: cluster.id, "\(members.isEmpty ? "no" : "\(members.count)") etcd members in \(cluster.id)",
        notes: members.map { Diagnostic.Note("\($0.id) is a member", about: $0.id) },
        solutions: [
          members.isEmpty ? "list a ControlPlane or an EtcdMember" : "add a member, or take one away with etcd: false"
        ])
    ]
  }

  static let localEtcd = check(
    Rule(
      "RB0319", .warning, "etcd's data lies on a disk of the machine's own host",
      why: "Every change waits until a majority of members has it on disk, and etcd wants that done within 10 ms. "
        + "Storage over the network takes longer when others use it, and takes the cluster along when it goes.",
      remedy: "Put the machine's disk on a datastore of local disks, or run etcd on other machines."),
    bad: KubesprayExample { machines in
      [ControlPlane(machines.vm(1)), ControlPlane(machines.vm(2))]
        + [ControlPlane(machines.vm(3, store: machines.sharedDisks)), Worker(machines.vm(4)), Worker(machines.vm(5))]
    },
    good: KubesprayExample { machines in
      machines.controlPlanes + [Worker(machines.vm(4, store: machines.sharedDisks)), Worker(machines.vm(5))]
    }
  ) { rule, cluster, lab in
    cluster.machines(.etcd).compactMap { machine in
      let stores = machine.relations.filter { $0.kind == .storedOn }.map(\.other)
      guard let pool = stores.flatMap({ lab.graph.relations(of: $0) }).first(where: { $0.kind == .storedOn })?.other
      else { return nil }
      return rule.diagnostic(
        about: machine.id, "etcd on \(machine.id) writes to \(pool) over the network",
        notes: [Diagnostic.Note("\(pool) is here", about: pool)],
        solutions: ["move the disk of \(machine.id) to a datastore of local disks"])
    }
  }

  static let etcdLimits = check(
    Rule(
      "RB0318", .error, "etcd's numbers are ones that etcd takes",
      why: "With numbers outside its limits etcd does not start, or elects for ever; kubespray passes on what it is "
        + "given.",
      remedy: "Heartbeat 100 to 1000 ms; election timeout 5 to 50 heartbeats, at most 50,000 ms; quota 2 to 8 GiB; an "
        + "absolute data directory; at least one kept backup.", waivable: false),
    bad: KubesprayExample(etcd: EtcdSettings(heartbeatMilliseconds: 500, electionTimeoutMilliseconds: 1000)),
    good: KubesprayExample(etcd: EtcdSettings(heartbeatMilliseconds: 500, electionTimeoutMilliseconds: 10_000))
  ) { rule, cluster, _ in
    let etcd = cluster.etcd
    let heartbeat = etcd.heartbeatMilliseconds
    let election = etcd.electionTimeoutMilliseconds
    var faults: [String] = []
    if !(100...1000).contains(heartbeat) { faults.append("heartbeat of \(heartbeat) ms") }
    if election > 50_000 || election / 5 < heartbeat || election / 50 > heartbeat {
      faults.append("election timeout of \(election) ms at a heartbeat of \(heartbeat) ms")
    }
    if etcd.quota < .gib(2) || .gib(8) < etcd.quota { faults.append("quota of \(etcd.quota)") }
    if !isPlainPath(etcd.dataDirectory) { faults.append("data directory '\(etcd.dataDirectory)'") }
    if etcd.keptBackups < 1 { faults.append("\(etcd.keptBackups) kept backups") }
    return faults.map { rule.diagnostic(about: cluster.id, "\($0) for etcd of \(cluster.id)") }
  }

  /// Whether a path is absolute and made of letters, digits, `.`, `_` and `-` between slashes, without going up.
  private static func isPlainPath(_ path: String) -> Bool {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count > 1, parts[0].isEmpty else { return false }
    return parts.dropFirst().allSatisfy { part in
      !part.isEmpty && part != "." && part != ".."
        && part.unicodeScalars.allSatisfy {
          ("a"..."z").contains($0) || ("A"..."Z").contains($0) || ("0"..."9").contains($0)
            || "._-".unicodeScalars.contains($0)
        }
    }
  }
}
