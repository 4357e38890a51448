import Compiler
import Diagnostics
import Documents

/// Writes diagnostics as SARIF 2.1.0, which code scanning services and editors read.
struct SARIFReport {
  /// The rules, for their titles and pages.
  var rules: [Rule]
  /// Gives the path of a file in the repository, by the name that places give it.
  var path: (String) -> String
  /// Gives the text of a file, by the name that places give it, where it can be found.
  var source: (String) -> SourceText?

  func text(_ diagnostics: [Diagnostic]) -> String {
    let codes = Set(diagnostics.map(\.code))
    let named = rules.filter { codes.contains($0.code) }
    let document: Node = [
      "$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0",
      "runs": [
        [
          "tool": [
            "driver": [
              "name": "rackbook", "version": .string(rackbookVersion), "rules": .sequence(named.map(node)),
            ]
          ],
          "results": .sequence(diagnostics.map(node)), "columnKind": "unicodeCodePoints",
        ]
      ],
    ]
    return JSON.print(document).text
  }

  private func node(_ rule: Rule) -> Node {
    [
      "id": .string(rule.code), "shortDescription": ["text": .string(rule.title)],
      "fullDescription": ["text": .string(rule.why)], "help": ["text": .string(rule.remedy)],
      "defaultConfiguration": ["level": .string(rule.severity.rawValue)],
    ]
  }

  private func node(_ diagnostic: Diagnostic) -> Node {
    let ways = diagnostic.solutions.map { "help: \($0)" }
    let fixes = diagnostic.fixes.compactMap(node)
    let related = diagnostic.notes.compactMap { note in
      note.location.map { place -> Node in
        ["message": ["text": .string(note.text)], "physicalLocation": physical(place)]
      }
    }
    return [
      "ruleId": .string(diagnostic.code), "level": .string(diagnostic.severity.rawValue),
      "message": ["text": .string(([diagnostic.message] + ways).joined(separator: "\n"))],
      "locations": diagnostic.location.map { .sequence([["physicalLocation": physical($0)]]) },
      "relatedLocations": related.isEmpty ? nil : .sequence(related),
      "fixes": fixes.isEmpty ? nil : .sequence(fixes),
    ]
  }

  private func node(_ fix: Fix) -> Node? {
    guard let place = fix.location, let text = source(place.file) else { return nil }
    let spans = text.spans(of: fix.text, from: place.line)
    guard let span = spans.first, spans.count == 1, let line = text[span.line] else { return nil }
    let column = String(decoding: line.utf8.prefix(span.bytes.lowerBound), as: UTF8.self).unicodeScalars.count + 1
    return [
      "description": ["text": .string(fix.phrase)],
      "artifactChanges": [
        [
          "artifactLocation": ["uri": .string(uri(place.file))],
          "replacements": [
            [
              "deletedRegion": [
                "startLine": Node(.int(span.line)), "startColumn": Node(.int(column)),
                "endColumn": Node(.int(column + fix.text.unicodeScalars.count)),
              ],
              "insertedContent": ["text": .string(fix.replacement)],
            ]
          ],
        ]
      ],
    ]
  }

  private func physical(_ place: SourceLocation) -> Node {
    [
      "artifactLocation": ["uri": .string(uri(place.file))],
      "region": ["startLine": Node(.int(max(1, place.line)))],
    ]
  }

  private func uri(_ file: String) -> String { URLText.percentEncoded(path(file)) }
}
