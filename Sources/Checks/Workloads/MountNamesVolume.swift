import Blueprint
import Diagnostics
import LabLanguage
import LabModel

private let rb1102 = Rule(
  "RB1102", .error, "a mount names a volume of its service, at a path of its own",
  why:
    "Kubernetes refuses a pod whose container mounts what it does not have, and one that mounts two things at one path.",
  remedy:
    "Declare the volume in the service's braces, or correct the name; give each mount of a container an absolute path of its own.",
  waivable: false)

extension Check {
  /// A mount names a volume of its service, at a path of its own.
  static let mountNamesVolume = Check(
    rb1102,
    bad: {
      .inCluster {
        EmptyDir("cache")
        Mount("cash", at: "/cache")
      }
    },
    good: {
      .inCluster {
        EmptyDir("cache")
        Mount("cache", at: "/cache")
      }
    },
    findings: { lab in
      lab.all(Service.self).flatMap { service in
        let template = service.template
        let names = service.volumes.map(\.name) + template.volumes.map(\.name)
        let containers = template.containers + template.initContainers.map(\.container)
        return containers.flatMap { mistakes(in: $0, of: service.id, volumes: names) }
      }
    })

  private static func mistakes(in container: Container, of service: ThingID, volumes: [String]) -> [Diagnostic] {
    var paths: Set<String> = []
    let settings = container.settings
    let mounts = settings.mounts.compactMap { mount -> Diagnostic? in
      guard !volumes.contains(mount.volume) else { return nil }
      return rb1102.diagnostic(
        about: service, at: mount.declared, "'\(mount.volume)' is no volume of \(service)",
        solutions: NearMiss.suggestion(for: mount.volume, in: volumes).map { [$0] } ?? [])
    }
    let places =
      settings.mounts.map { ($0.path, $0.declared) } + settings.configFiles.map { ($0.path, $0.declared) }
      + settings.secretFiles.map { ($0.path, $0.declared) }
    return mounts
      + places.compactMap { path, declared in
        if !path.hasPrefix("/") {
          return rb1102.diagnostic(about: service, at: declared, "'\(path)' is no absolute path")
        }
        return paths.insert(path).inserted
          ? nil : rb1102.diagnostic(about: service, at: declared, "\(path) is mounted twice in one container")
      }
  }
}
