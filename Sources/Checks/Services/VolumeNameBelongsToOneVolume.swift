import Blueprint
import Diagnostics
import LabLanguage
import LabModel

private let rb0412 = Rule(
  "RB0412", .error, "a volume has a name of its own in its service",
  why: "Two volumes of one name are one claim for Kubernetes: two programs write into one directory.",
  remedy: "Name each volume, in lower-case letters, digits and hyphens, after what it keeps.", waivable: false)

extension Check {
  /// A volume has a name of its own in its service.
  static let volumeNameBelongsToOneVolume = Check(
    rb0412,
    bad: { .volumes("data", "data") },
    good: { .volumes("data", "uploads") },
    findings: { lab in
      lab.all(Service.self).flatMap { service in
        var seen: [String: Volume] = [:]
        return service.volumes.compactMap { volume -> Diagnostic? in
          if !DNSName.isLabel(volume.name) {
            return rb0412.diagnostic(
              about: service.id, at: volume.declared, "'\(volume.name)' is no DNS label and so no name for a volume",
              fixes: [.label(near: volume.name)].compactMap { $0 })
          }
          guard let first = seen.updateValue(volume, forKey: volume.name) else { return nil }
          return rb0412.diagnostic(
            about: service.id, at: volume.declared, "volume '\(volume.name)' of \(service.id) is declared twice",
            notes: [Diagnostic.Note("the other one", at: first.declared)])
        }
      }
    })
}

extension ResolvedLab {
  /// A lab whose service has volumes of the given names.
  fileprivate static func volumes(_ names: String...) -> ResolvedLab {
    .example {
      Service("photos", in: Example.node) {
        Container("photos:1.2.0", port: 2342)
        for name in names { Volume(name, .gib(10), on: Example.iscsi) }
      }
      .notBackedUp(because: "an example")
    }
  }
}
