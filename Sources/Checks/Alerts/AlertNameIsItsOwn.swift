import Blueprint
import Diagnostics
import LabLanguage
import LabModel

private let rb0803 = Rule(
  "RB0803", .error, "an alert has a name of its own, of letters, digits and underscores",
  why: """
    Silences, routes and runbooks find an alert by its name. Two of one name are silenced together; one that Prometheus \
    does not take keeps all rules of its file from being loaded.
    """,
  remedy: "Name it in camel case after the thing and its trouble: `EtcdMemberDown`.", waivable: false)

extension Check {
  /// An alert has a name of its own.
  static let alertNameIsItsOwn = Check(
    rb0803,
    bad: { .alert("MealieDown", "MealieDown") },
    good: { .alert("MealieDown", "MealieSlow") },
    findings: { lab in
      var owners: [String: (thing: ThingID, alert: Alert)] = [:]
      return lab.alerts.compactMap { thing, alert -> Diagnostic? in
        if !isName(alert.name) {
          return rb0803.diagnostic(
            about: thing, at: alert.declared, "'\(alert.name)' of \(thing) is no name for an alert")
        }
        guard let first = owners.updateValue((thing, alert), forKey: alert.name) else { return nil }
        // Two load balancers have the same alerts: their label `thing` tells them apart.
        if first.thing != thing, first.thing.kind == thing.kind, !(lab[thing] is Service) { return nil }
        return rb0803.diagnostic(
          about: thing, at: alert.declared, "'\(alert.name)' is an alert of \(thing) and of \(first.thing)",
          notes: [Diagnostic.Note("the other one", about: first.thing, at: first.alert.declared)])
      }
    })

  private static func isName(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, !("0"..."9").contains(first) else { return false }
    return text.unicodeScalars.allSatisfy {
      $0 == "_" || $0.isASCII && $0.properties.isAlphabetic || ("0"..."9").contains($0)
    }
  }
}
