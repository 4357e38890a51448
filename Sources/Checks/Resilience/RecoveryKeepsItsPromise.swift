import Analysis
import Blueprint
import Diagnostics
import LabLanguage
import LabModel

private let rb1030 = Rule(
  "RB1030", .error, "data can be read back within the promised RTO",
  why: """
    When a storage system is lost, all that lay on it comes back one after the other, as fast as the system with the copies can \
    be read. A service that is last in the queue waits for all others, and an hour that was promised for each is not one hour \
    for all.
    """,
  remedy: """
    Promise more time, keep a replica (`pool.replicated(to:every:)`), spread the copies over two systems, leave out what can be \
    fetched again, or state what was measured: `nas.restoring(at: .mibPerSecond(250))`. `recovery` shows the whole schedule.
    """)

private let rb1031 = Rule(
  "RB1031", .error, "a copy is finished before the next one is due",
  why: """
    A whole copy that takes longer than its schedule makes the next one wait. What can be lost is then what the copy takes, not \
    what the schedule says.
    """,
  remedy: "Copy less often and promise so, copy less, or copy to a faster system.")

private let rb1032 = Rule(
  "RB1032", .error, "copies can be read back at some speed",
  why: "At a speed of nothing, nothing ever comes back, and every answer on recovery times is empty.",
  remedy: "State what a restore was measured at, such as `.restoring(at: .mibPerSecond(100))`.")

extension Check {
  /// Data can be read back within the promised RTO.
  static let restoreKeepsRTO = Check(
    rb1030,
    bad: { .restore(of: .gib(400), rto: .hours(1)) },
    good: { .restore(of: .gib(300), rto: .hours(1)) },
    findings: { lab in
      lab.analysis.recovery.entries.compactMap { entry in
        guard entry.breaksRTO, let rto = entry.rto, let promise = entry.promisedRTO else { return nil }
        return rb1030.diagnostic(
          about: entry.service,
          "an RTO of \(promise) for \(entry.service) cannot be kept after the loss of \(entry.lost): it takes \(rto.spoken)",
          notes: [Diagnostic.Note(entry.rtoReason, about: entry.source)])
      }
    })

  /// A copy is finished before the next one is due.
  static let copiesKeepRPO = Check(
    rb1031,
    bad: { .restore(of: .tib(3), rto: nil) },
    good: { .restore(of: .tib(2), rto: nil) },
    findings: { lab in
      lab.analysis.recovery.entries.compactMap { entry in
        guard entry.breaksRPO, let rpo = entry.rpo, let promise = entry.promisedRPO,
          case .copied(let policy) = lab.thing(entry.service, as: Service.self)?.backup, policy.every <= promise
        else { return nil }
        return rb1031.diagnostic(
          about: entry.service,
          "an RPO of \(promise) for \(entry.service) cannot be kept: up to \(rpo.spoken) can be lost",
          notes: [Diagnostic.Note(entry.rpoReason, about: entry.source)])
      }
    })

  /// Copies can be read back at some speed.
  static let restoreHasSpeed = Check(
    rb1032,
    bad: {
      .example { Synology("slow", version: "7.2", at: Example.lan["192.168.10.26"]).restoring(at: .mibPerSecond(0)) }
    },
    good: {
      .example { Synology("slow", version: "7.2", at: Example.lan["192.168.10.26"]).restoring(at: .mibPerSecond(1)) }
    },
    findings: { lab in
      lab.all((any NetworkStorage).self).filter { $0.restoreThroughput.bytesPerSecond == 0 }.map { storage in
        rb1032.diagnostic(about: storage.id, "copies on \(storage.id) are read back at 0 B/s")
      }
    })
}

extension ResolvedLab {
  /// A lab with a service of which so much is backed up.
  fileprivate static func restore(of size: DataSize, rto: Interval?) -> ResolvedLab {
    .example {
      Service("photos", in: Example.node) {
        Container("ghcr.io/immich-app/immich-server:v2.3.1", port: 2283)
        Volume("library", size, on: Example.iscsi)
      }
      .backedUp(every: .hours(6), keep: .days(30), to: Example.synology, rpo: .hours(6), rto: rto)
    }
  }
}
