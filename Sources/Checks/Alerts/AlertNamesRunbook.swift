import Blueprint
import Diagnostics
import LabLanguage
import LabModel

private let rb0802 = Rule(
  "RB0802", .warning, "an alert names the runbook that answers it",
  why: "An alert wakes somebody up. Without a runbook they begin by finding out what it means.",
  remedy: "Add `runbook: \"<thing>/<runbook>\"`, and write the first three commands into it.")

extension Check {
  /// An alert names the runbook that answers it.
  static let alertNamesRunbook = Check(
    rb0802,
    bad: { .alert(runbook: nil) },
    good: { .alert(runbook: "mealie/slow") },
    findings: { lab in
      lab.alerts.filter { $0.alert.runbook == nil }.map { thing, alert in
        rb0802.diagnostic(about: thing, at: alert.declared, "'\(alert.name)' of \(thing) names no runbook")
      }
    })
}

extension ResolvedLab {
  /// A lab with a service that has alerts of the given names.
  static func alert(
    _ names: String..., runbook: String? = "mealie/slow", when expression: String = "up{job=\"mealie\"} == 0"
  ) -> ResolvedLab {
    .example {
      Service("mealie", in: Example.node) {
        Container("mealie:v2.8.0", port: 9000)
        for name in names.isEmpty ? ["MealieDown"] : names {
          Alert(
            name, when: expression, for: .minutes(5), severity: .critical, says: "mealie does not answer",
            runbook: runbook)
        }
      }
    }
  }
}
