import Blueprint
import Diagnostics
import LabLanguage
import LabModel

private let rb0504 = Rule(
  "RB0504", .error, "a pool and a volume have a size",
  why: "A claim of nothing is refused by Kubernetes, and a pool of nothing makes every sum about it worthless.",
  remedy: "Write a size with its unit: `.gib(10)`.", waivable: false)

extension Check {
  /// A pool and a volume have a size.
  static let storageHasSize = Check(
    rb0504,
    bad: { .volume(of: .gib(0)) },
    good: { .volume(of: .gib(1)) },
    findings: { lab in
      let pools = lab.all(Pool.self).filter { $0.size.bytes == 0 }.map { pool in
        rb0504.diagnostic(about: pool.id, "\(pool.id) has no size")
      }
      let volumes = lab.all(Service.self).flatMap { service in
        service.volumes.filter { $0.size.bytes == 0 }.map { volume in
          rb0504.diagnostic(
            about: service.id, at: volume.declared, "volume '\(volume.name)' of \(service.id) has no size")
        }
      }
      return pools + volumes
    })
}

extension ResolvedLab {
  fileprivate static func volume(of size: DataSize) -> ResolvedLab {
    .example {
      Service("cache", in: Example.node) { Volume("data", size, on: Example.iscsi) }
        .notBackedUp(because: "an example")
    }
  }
}
