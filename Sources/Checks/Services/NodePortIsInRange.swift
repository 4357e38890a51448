import Blueprint
import Diagnostics
import LabLanguage
import LabModel

private let rb0408 = Rule(
  "RB0408", .error, "a node port is 30000 to 32767",
  why: "Kubernetes gives node ports from this range unless the API server is told otherwise, and refuses any other.",
  remedy: "Take a free port from the range; the load balancer can listen on any port in front of it.", waivable: false)

extension Check {
  /// A node port is one that Kubernetes gives.
  static let nodePortIsInRange = Check(
    rb0408,
    bad: { .exposed { $0.exposed(at: "web.lab.example", through: $1, nodePort: 8080) } },
    good: { .exposed { $0.exposed(at: "web.lab.example", through: $1, nodePort: 30080) } },
    findings: { lab in
      lab.exposures.filter { !(30000...32767).contains($0.exposure.nodePort) }.map { service, exposure in
        rb0408.diagnostic(
          about: service, at: exposure.declared,
          "\(exposure.nodePort) is no node port: those are 30000 to 32767")
      }
    })
}
