import Blueprint
import Diagnostics
import LabLanguage
import LabModel

private let rb0002 = Rule(
  "RB0002", .error, "a name belongs to one thing of its kind",
  why: """
    Files, alerts and runbooks find a thing by its kind and name. Of two with one name, one would silently win, and \
    which one depends on the order of the list.
    """,
  remedy: "Rename one of the two, or take out the one that was copied.", waivable: false)

extension Check {
  /// A name belongs to one thing of a kind.
  static let nameBelongsToOneThing = Check(
    rb0002,
    bad: {
      .example {
        Example.vm("web", id: 101, at: "192.168.10.31")
        Example.vm("web", id: 102, at: "192.168.10.32")
      }
    },
    good: {
      .example {
        Example.vm("web01", id: 101, at: "192.168.10.31")
        Example.vm("web02", id: 102, at: "192.168.10.32")
      }
    },
    findings: { lab in
      lab.duplicates.map { second in
        rb0002.diagnostic(
          about: second.id, at: second.declared, "\(second.id) is declared twice",
          notes: [Diagnostic.Note("the other one", about: second.id)], solutions: ["rename one of the two"])
      }
    })
}
