import Blueprint
import Diagnostics
import LabLanguage
import LabModel

private let rb0406 = Rule(
  "RB0406", .warning, "a backup lies on another system than the data",
  why: "One NAS that dies, is stolen or is encrypted takes data and backup together.",
  remedy: "Send the copies to another NAS.")

extension Check {
  /// A backup lies on another system than the data.
  static let backupIsElsewhere = Check(
    rb0406,
    bad: { .example { Service.stateful.backedUp(every: .hours(6), keep: .days(30), to: Example.truenas) } },
    good: { .example { Service.stateful.backedUp(every: .hours(6), keep: .days(30), to: Example.synology) } },
    findings: { lab in
      let owners = lab.poolOwners
      return lab.all(Service.self).compactMap { service in
        guard case .copied(let policy) = service.backup else { return nil }
        let volume = service.volumes.filter { $0.waiver == nil }.first { volume in
          let pool = lab.thing(volume.storageClass, as: StorageClass.self)?.pool
          return pool.map { owners[$0]?.contains(policy.target) == true } ?? false
        }
        guard let volume else { return nil }
        return rb0406.diagnostic(
          about: service.id, "\(policy.target) keeps volume '\(volume.name)' of \(service.id) and its backup",
          notes: [Diagnostic.Note("the volume is declared here", at: volume.declared)])
      }
    })
}
