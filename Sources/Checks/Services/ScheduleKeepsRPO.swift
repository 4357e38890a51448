import Blueprint
import Diagnostics
import LabLanguage
import LabModel

private let rb0404 = Rule(
  "RB0404", .error, "copies are taken at least as often as the RPO promises",
  why: """
    The RPO says how much work may be lost. With a copy every six hours, up to six hours are lost, whatever is promised.
    """,
  remedy: "Take copies more often, or promise less.")

extension Check {
  /// Copies are taken at least as often as the RPO promises.
  static let scheduleKeepsRPO = Check(
    rb0404,
    bad: {
      .example {
        Service.stateful.backedUp(every: .hours(6), keep: .days(30), to: Example.synology, rpo: .hours(1))
      }
    },
    good: {
      .example {
        Service.stateful.backedUp(every: .hours(6), keep: .days(30), to: Example.synology, rpo: .hours(6))
      }
    },
    findings: { lab in
      lab.backups.compactMap { service, policy in
        guard let rpo = policy.rpo, rpo < policy.every else { return nil }
        return rb0404.diagnostic(
          about: service, "an RPO of \(rpo) for \(service) cannot be kept with a copy every \(policy.every)")
      }
    })
}

extension ResolvedLab {
  /// Every schedule of copies with its service.
  var backups: [(service: ThingID, policy: Backup.Policy)] {
    all(Service.self).compactMap { service in
      guard case .copied(let policy) = service.backup else { return nil }
      return (service.id, policy)
    }
  }
}
