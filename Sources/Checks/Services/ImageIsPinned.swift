import Blueprint
import Diagnostics
import LabLanguage
import LabModel

private let rb0401 = Rule(
  "RB0401", .warning, "an image is pinned to a release or a digest",
  why: """
    `latest`, `nightly` and no tag at all mean: whatever is there when the container next starts. That is the night of \
    the power cut, and the new release wants a migration.
    """,
  remedy:
    "Write the release that runs today (`mealie:v2.8.0`) or its digest (`mealie@sha256:...`), and update on purpose.")

extension Check {
  /// An image is pinned to a release or a digest.
  static let imageIsPinned = Check(
    rb0401,
    bad: { .example { Service("mealie", in: Example.node) { Container("hkotel/mealie:nightly", port: 9000) } } },
    good: {
      .example {
        Service("mealie", in: Example.node) {
          Container("registry.lab.example:5000/mealie:v2.8.0", port: 9000)
          Container("hkotel/mealie@sha256:" + String(repeating: "0a", count: 32))
        }
      }
    },
    findings: { lab in
      lab.images.compactMap { service, container in
        guard let image = ImageReference(container.image), image.digest == nil else { return nil }
        guard let tag = image.tag else {
          return rb0401.diagnostic(
            about: service, at: container.declared, "\(container.image) has no tag, which means 'latest'")
        }
        guard moving.contains(tag.lowercased()) else { return nil }
        return rb0401.diagnostic(
          about: service, at: container.declared, "'\(tag)' of \(container.image) is whatever is there that day")
      }
    })

  /// Tags that registries move from release to release.
  private static let moving: Set<String> = [
    "latest", "stable", "nightly", "main", "master", "edge", "dev", "develop", "next", "beta", "rolling", "release",
    "unstable", "snapshot", "current",
  ]
}

extension ResolvedLab {
  /// Every container with its service.
  var images: [(service: ThingID, container: Container)] {
    all(Service.self).flatMap { service in service.containers.map { (service.id, $0) } }
  }
}
