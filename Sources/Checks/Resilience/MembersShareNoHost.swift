import Analysis
import Blueprint
import Diagnostics
import LabLanguage
import LabModel

private let rb1002 = Rule(
  "RB1002", .warning, "no single host carries more members of a group than it can spare",
  why: """
    Three members of etcd survive the loss of one. With two of them on one host they survive the loss of the wrong one only: \
    the other host's failure leaves one, which is no majority, and the cluster stands still.
    """,
  remedy: "Spread the members over hosts, so that each carries no more than the group can lose.")

extension Check {
  /// No single host carries more members of a group than it can spare.
  static let membersShareNoHost = Check(
    rb1002,
    bad: {
      .quorum(on: [Example.pve1, Example.pve1, Example.pve2])
    },
    good: {
      .quorum(on: [Example.pve1, Example.pve2, Example.pve3])
    },
    findings: { lab in
      let hosts = Set(lab.all((any Machine).self).map(\.failureDomain)).union(lab.all(ProxmoxHost.self).map(\.id))
      return lab.analysis.sharedFates.filter { hosts.contains($0.cause) && $0.canBeSpread(over: hosts.count) }
        .filter { !isSaidElsewhere($0, in: lab) }
        .map { fate in
          rb1002.diagnostic(
            about: fate.owner,
            "\(fate.cause) carries \(fate.lost.count) of \(fate.members) \(fate.purpose) of \(fate.owner), "
              + "which needs \(fate.required)",
            notes: fate.lost.map { Diagnostic.Note("\($0) dies with \(fate.cause)", about: $0) },
            solutions: ["move \(fate.lost.count - (fate.members - fate.required)) of them to other hosts"])
        }
    })

  /// Load balancers, addresses that move, and control planes have rules of their own with words of their own.
  private static func isSaidElsewhere(_ fate: SharedFate, in lab: ResolvedLab) -> Bool {
    if lab[fate.owner] is any Frontend || fate.owner.kind == "vip" { return true }
    guard let cluster = lab[fate.owner] as? any Cluster else { return false }
    let controlPlanes = Set(cluster.nodes.filter { $0.roles.contains(.controlPlane) }.map(\.machine))
    return fate.lost.count(where: controlPlanes.contains) > 1
  }
}

extension SharedFate {
  /// Whether so many hosts are enough to give each no more members than can be spared.
  fileprivate func canBeSpread(over hosts: Int) -> Bool {
    hosts > 1 && (members + hosts - 1) / hosts <= members - required
  }
}

/// Members that vote, for the examples of rules on groups.
struct ExampleQuorum: Component {
  let id = ThingID("quorum", "vault")
  let declared = SourceLocation(#fileID, #line)
  let members: [VM]

  var summary: String { "three that vote" }
  var facts: [Fact] { [] }
  var relations: [Relation] { members.map { Relation(.consistsOf, $0.id) } }
  var redundancy: [RedundancyGroup] { [.majority("voters", of: members.map(\.id))] }
}

extension ResolvedLab {
  /// A lab with a group of voters, one on each of the given hosts.
  static func quorum(on hosts: [ProxmoxHost], store: Datastore = Example.ownDisks) -> ResolvedLab {
    let voters = hosts.enumerated().map { number, host in
      Example.localVM("voter\(number)", id: 140 + number, on: host, store: store)
    }
    return .example {
      Example.pve3
      Example.ownDisks
      voters
      ExampleQuorum(members: voters)
    }
  }
}

extension Example {
  static let pve3 = ProxmoxHost("pve3", at: lan["192.168.10.23"], cores: 16, memory: .gib(64))
  static let ownDisks = Datastore("local-lvm")

  /// A VM whose disk lies in its host, unless said otherwise; its address is made of its number.
  static func localVM(
    _ name: String, id: Int, on host: ProxmoxHost, memory: DataSize = .gib(1), store: Datastore = ownDisks
  ) -> VM {
    VM(
      name, id: id, on: host, at: lan["192.168.10.\(id)"], cores: 2, memory: memory, disk: .gib(10), store: store,
      from: ubuntu)
  }
}
