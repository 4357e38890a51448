import Blueprint
import Diagnostics
import LabLanguage
import LabModel

private let rb0982 = Rule(
  "RB0982", .error, "a way round the language says why",
  why: "In a year nobody knows whether it is still needed, and nobody dares to take it out.",
  remedy: "Write the reason after `because:`, one phrase.")

extension Check {
  /// A raw document, a patch, a file of one's own says why it is there.
  static let hatchSaysWhy = Check(
    rb0982,
    bad: { .example { ExtraFile("readme", at: "README.md", because: " ", text: "The example.") } },
    good: { .example { ExtraFile("readme", at: "README.md", because: "a signpost", text: "The example.") } },
    findings: { lab in
      lab.things.compactMap { thing in
        guard let hatch = thing as? any Hatch, hatch.reason.allSatisfy(\.isWhitespace) else { return nil }
        return rb0982.diagnostic(about: thing.id, "\(thing.id) does not say why it is there")
      }
    })
}
