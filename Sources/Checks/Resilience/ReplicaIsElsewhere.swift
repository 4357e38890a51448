import Blueprint
import Diagnostics
import LabLanguage
import LabModel

private let rb1033 = Rule(
  "RB1033", .warning, "a replica lies on another system than its pool",
  why: "A NAS that dies takes both pools along; the replica saves from nothing that a snapshot does not save from.",
  remedy: "Replicate to a pool of another NAS.")

extension Check {
  /// A replica lies on another system than its pool.
  static let replicaIsElsewhere = Check(
    rb1033,
    bad: { .replica { $0 } },
    good: { .replica { _ in Example.vault } },
    findings: { lab in
      let owners = lab.poolOwners
      return lab.all(Pool.self).compactMap { pool in
        guard let replica = pool.replication?.pool,
          let shared = owners[pool.id]?.first(where: { owners[replica]?.contains($0) == true })
        else { return nil }
        return rb1033.diagnostic(
          about: pool.id, "\(pool.id) and its replica, \(replica), are both in \(shared)",
          notes: [Diagnostic.Note("\(replica) is declared here", about: replica)])
      }
    })
}

extension ResolvedLab {
  /// A lab with a pool that is replicated to the pool that the closure picks, given one on the same NAS.
  fileprivate static func replica(_ target: (Pool) -> Pool) -> ResolvedLab {
    let second = Pool("second", size: .tib(10))
    let first = Pool("first", size: .tib(10)).replicated(to: target(second), every: .hours(1))
    return .example {
      TrueNAS("other", version: "25.10", at: Example.lan["192.168.10.26"]) {
        first
        second
      }
    }
  }
}
