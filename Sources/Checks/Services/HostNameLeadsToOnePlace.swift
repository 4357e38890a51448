import Blueprint
import Diagnostics
import LabLanguage
import LabModel

private let rb0410 = Rule(
  "RB0410", .error, "a host name leads to one load balancer",
  why: """
    DNS gives a host name one address. A service that is exposed under it through another load balancer is never reached \
    there, and its certificate is renewed in vain.
    """,
  remedy: "Expose everything under one host name through one load balancer, or give one of the services another name.",
  waivable: false)

extension Check {
  /// A host name leads to one load balancer.
  static let hostNameLeadsToOnePlace = Check(
    rb0410,
    bad: {
      .exposed {
        $0.exposed(at: "web.lab.example", through: $1, nodePort: 30080)
          .exposed(at: "web.lab.example", through: ExampleFrontend.second, port: 8080, nodePort: 30081)
      }
    },
    good: {
      .exposed {
        $0.exposed(at: "web.lab.example", through: $1, nodePort: 30080)
          .exposed(at: "www.lab.example", through: ExampleFrontend.second, port: 8080, nodePort: 30081)
      }
    },
    findings: { lab in
      var leads: [String: (service: ThingID, exposure: Exposure)] = [:]
      return lab.exposures.compactMap { service, exposure -> Diagnostic? in
        let host = exposure.host.lowercased()
        guard let first = leads[host] else {
          leads[host] = (service, exposure)
          return nil
        }
        guard first.exposure.frontend != exposure.frontend else { return nil }
        return rb0410.diagnostic(
          about: service, at: exposure.declared,
          "\(exposure.host) leads to \(exposure.frontend) and to \(first.exposure.frontend)",
          notes: [
            Diagnostic.Note("\(first.service) is exposed there", about: first.service, at: first.exposure.declared)
          ])
      }
    })
}
