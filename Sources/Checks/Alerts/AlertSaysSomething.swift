import Blueprint
import Diagnostics
import LabLanguage
import LabModel

private let rb0804 = Rule(
  "RB0804", .error, "an alert has an expression and a sentence",
  why: """
    Prometheus does not load a rule without an expression, nor any other of its file. A page without a sentence tells the \
    person it woke nothing.
    """,
  remedy: "Write when it fires and, in one sentence, what is wrong then.", waivable: false)

extension Check {
  /// An alert has an expression and a sentence.
  static let alertSaysSomething = Check(
    rb0804,
    bad: { .alert(when: " ") },
    good: { .alert() },
    findings: { lab in
      lab.alerts.flatMap { thing, alert in
        [("expression", alert.expression), ("sentence", alert.summary)].filter { $0.1.allSatisfy(\.isWhitespace) }
          .map { rb0804.diagnostic(about: thing, at: alert.declared, "'\(alert.name)' of \(thing) has no \($0.0)") }
      }
    })
}
