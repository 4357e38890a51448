import Blueprint
import Diagnostics
import LabLanguage
import LabModel

private let rb0413 = Rule(
  "RB0413", .warning, "a service that is exposed has a port",
  why: "Traffic arrives at the node port and finds no container that listens: clients see `connection refused`.",
  remedy: "Give the container that answers its port: `Container(\"nginx:1.28.0\", port: 80)`.")

extension Check {
  /// A service that is exposed has a port.
  static let exposedServiceListens = Check(
    rb0413,
    bad: {
      .exposed(port: nil) { $0.exposed(at: "web.lab.example", through: $1, nodePort: 30080) }
    },
    good: {
      .exposed { $0.exposed(at: "web.lab.example", through: $1, nodePort: 30080) }
    },
    findings: { lab in
      lab.all(Service.self).compactMap { service in
        guard let exposure = service.exposures.first, !service.containers.isEmpty,
          service.containers.allSatisfy(\.ports.isEmpty)
        else { return nil }
        return rb0413.diagnostic(
          about: service.id, at: exposure.declared,
          "\(service.id) is exposed at \(exposure.host) and none of its containers has a port")
      }
    })
}
