import Blueprint
import Diagnostics
import LabLanguage
import LabModel

private let rb0407 = Rule(
  "RB0407", .error, "a port is 1 to 65535",
  why:
    "A port has 16 bits. Some tools refuse a larger number, some keep the lower 16 bits of it and open another port.",
  remedy: "Write the port that the program listens on.", waivable: false)

extension Check {
  /// A port is 1 to 65535.
  static let portIsInRange = Check(
    rb0407,
    bad: { .example { Service("web", in: Example.node) { Container("nginx:1.28.0", port: 80_443) } } },
    good: { .example { Service("web", in: Example.node) { Container("nginx:1.28.0", port: 443) } } },
    findings: { lab in
      let valid = 1...65535
      let containers = lab.images.flatMap { service, container in
        container.ports.filter { !valid.contains($0.number) }.map { port in
          rb0407.diagnostic(about: service, at: container.declared, "\(port.number) is no port: those are 1 to 65535")
        }
      }
      let exposures = lab.exposures.filter { !valid.contains($0.exposure.port) }.map { service, exposure in
        rb0407.diagnostic(
          about: service, at: exposure.declared, "\(exposure.port) is no port: those are 1 to 65535")
      }
      return containers + exposures
    })
}

extension ResolvedLab {
  /// Every exposure with its service.
  var exposures: [(service: ThingID, exposure: Exposure)] {
    all(Service.self).flatMap { service in service.exposures.map { (service.id, $0) } }
  }
}
