import Blueprint
import Diagnostics
import LabLanguage
import LabModel

private let rb0411 = Rule(
  "RB0411", .error, "a service is exposed under a DNS name",
  why:
    "The name stands in nginx's server_name, in certificates and in people's bookmarks: what DNS does not take, none takes.",
  remedy: "Write labels of lower-case letters, digits and hyphens, joined by dots: no scheme, no port, no path.",
  waivable: false)

extension Check {
  /// A service is exposed under a DNS name.
  static let hostNameIsDNSName = Check(
    rb0411,
    bad: { .exposed { $0.exposed(at: "http://web.lab.example", through: $1, nodePort: 30080) } },
    good: { .exposed { $0.exposed(at: "web.lab.example", through: $1, nodePort: 30080) } },
    findings: { lab in
      lab.exposures.filter { !DNSName.isName($0.exposure.host) }.map { service, exposure in
        rb0411.diagnostic(
          about: service, at: exposure.declared, "'\(exposure.host)' is no DNS name",
          fixes: host(ofURL: exposure.host).map { [Fix("write the name alone", quoted: exposure.host, by: $0)] } ?? [])
      }
    })

  /// The name in a URL that has no more than that, or nil.
  private static func host(ofURL text: String) -> String? {
    guard let scheme = ["https://", "http://"].first(where: text.hasPrefix) else { return nil }
    let rest = text.dropFirst(scheme.utf8.count)
    let host = String(rest.hasSuffix("/") ? rest.dropLast() : rest)
    return DNSName.isName(host) ? host : nil
  }
}
