import Compiler
import Diagnostics
import Documents

/// Writes diagnostics as JSON for other programs: the format of `docs/diagnostics.schema.json`.
///
/// Fields are added to a format, never taken away or given another meaning; where that is needed, `format` counts up.
struct JSONReport {
  /// Gives the path of a file that a person wrote, by the name that places give it, where it can be found.
  var path: (String) -> String?

  func text(_ diagnostics: [Diagnostic]) -> String {
    let count = { (severity: Severity) in Node(.int(diagnostics.count { $0.severity == severity })) }
    let document: Node = [
      "format": 1, "rackbook": .string(rackbookVersion),
      "summary": ["errors": count(.error), "warnings": count(.warning), "notes": count(.note)],
      "diagnostics": .sequence(diagnostics.map(node)),
    ]
    return JSON.print(document).text
  }

  private func node(_ diagnostic: Diagnostic) -> Node {
    [
      "code": .string(diagnostic.code), "severity": .string(diagnostic.severity.rawValue),
      "message": .string(diagnostic.message), "subject": diagnostic.subject.map(node),
      "location": diagnostic.location.map(node), "explanation": diagnostic.explanation.map(Node.string),
      "notes": .sequence(
        diagnostic.notes.map { note in
          [
            "text": .string(note.text), "subject": note.subject.map(node), "location": note.location.map(node),
          ]
        }),
      "solutions": .sequence(diagnostic.solutions.map(Node.string)),
      "fixes": .sequence(
        diagnostic.fixes.map { fix in
          [
            "phrase": .string(fix.phrase), "text": .string(fix.text), "replacement": .string(fix.replacement),
            "location": fix.location.map(node),
          ]
        }),
    ]
  }

  private func node(_ thing: ThingID) -> Node {
    ["kind": .string(thing.kind), "name": .string(thing.name)]
  }

  private func node(_ location: SourceLocation) -> Node {
    [
      "file": .string(location.file), "line": Node(.int(location.line)),
      "path": path(location.file).map(Node.string),
    ]
  }
}
