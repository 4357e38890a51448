import Blueprint
import Diagnostics
import LabLanguage
import LabModel

private let rb0505 = Rule(
  "RB0505", .warning, "what is backed up fits where it is backed up to",
  why: """
    A first full copy of everything needs as much room as everything, compression or not. When the target is full, copies \
    of small and precious things stop together with those of the large ones.
    """,
  remedy: """
    Leave out what can be fetched again, with `.notBackedUp(because: "...")` on the volume, or back up to a larger system.
    """)

extension Check {
  /// What is backed up fits where it is backed up to.
  static let backupsFitTheirTarget = Check(
    rb0505,
    bad: { .media(.media) },
    good: { .media(.media.notBackedUp(because: "films can be fetched again")) },
    findings: { lab in
      var copies: [ThingID: [SourceLocation: (volume: Volume, service: ThingID)]] = [:]
      for service in lab.all(Service.self) {
        guard case .copied(let policy) = service.backup else { continue }
        for volume in service.volumes where volume.waiver == nil {
          copies[policy.target, default: [:]][volume.declared] = (volume, service.id)
        }
      }
      return lab.things.compactMap { target -> Diagnostic? in
        guard target is any NetworkStorage, let copied = copies[target.id]?.values else { return nil }
        let room = target.parts.compactMap { $0 as? Pool }.map(\.size).reduce(DataSize(bytes: 0), +)
        let total = copied.map(\.volume.size).reduce(DataSize(bytes: 0), +)
        guard total > room else { return nil }
        let largest = copied.sorted { ($1.volume.size, $0.service) < ($0.volume.size, $1.service) }.prefix(5)
        return rb0505.diagnostic(
          about: target.id, "\(total) of volumes are backed up to \(target.id), which has \(room)",
          notes: largest.map {
            Diagnostic.Note("'\($0.volume.name)' of \($0.service): \($0.volume.size)", at: $0.volume.declared)
          },
          solutions: ["leave large volumes out that can be fetched again, with .notBackedUp(because:)"])
      }
    })
}

extension Volume {
  fileprivate static let media = Volume("films", .tib(9), on: Example.iscsi)
}

extension ResolvedLab {
  /// A lab whose films are backed up to a NAS that is too small for them.
  fileprivate static func media(_ volume: Volume) -> ResolvedLab {
    let attic = Pool("attic", size: .tib(4))
    let small = Synology("small", version: "7.2", at: Example.lan["192.168.10.26"]) { attic }
    return .example {
      small
      Service("plex", in: Example.node) {
        Container("lscr.io/linuxserver/plex:1.42.2", port: 32400)
        volume
      }
      .backedUp(every: .days(1), keep: .days(7), to: small)
    }
  }
}
