import Blueprint
import Diagnostics
import LabLanguage
import LabModel

private let rb0405 = Rule(
  "RB0405", .error, "a copy is kept until after the next one",
  why: """
    Between the end of one copy and the next there is none. A schedule of no length is no schedule.
    """,
  remedy: "Keep copies for several times the interval: a mistake is often noticed days later.")

extension Check {
  /// A copy is kept until after the next one.
  static let copyOutlivesTheNext = Check(
    rb0405,
    bad: { .example { Service.stateful.backedUp(every: .days(7), keep: .days(1), to: Example.synology) } },
    good: { .example { Service.stateful.backedUp(every: .days(1), keep: .days(7), to: Example.synology) } },
    findings: { lab in
      lab.backups.compactMap { service, policy in
        if policy.every.seconds == 0 {
          return rb0405.diagnostic(about: service, "the backup of \(service) has no interval")
        }
        guard policy.keep <= policy.every else { return nil }
        return rb0405.diagnostic(
          about: service, "copies of \(service) are kept \(policy.keep) and taken every \(policy.every)")
      }
    })
}
