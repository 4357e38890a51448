import Diagnostics
import Documents
import Import
import Rackbook

extension ImportCommand {
  /// Writes the lab, and says what became of the sources.
  func write(_ lab: ImportedLab, from sources: [ImportSource]) throws {
    let folder = ImportFolder(output)
    let kinds = Set(sources.map(\.kind.rawValue))
    let prefix = kinds.count == 1 ? kinds.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined() : "Imported"
    let scaffold = Scaffold(package: folder.module, module: folder.module)
    let files = folder.files(
      of: lab, prefix: prefix,
      package: folder.isPackage ? "" : try scaffold.packageText(using: try dependency.reference))
    let written = dryRun ? [] : try folder.write(files)
    try show(lab, written: written, with: lab.diagnostics)
  }

  /// Tells people the diagnostics and the counts, and machines everything.
  func show(_ lab: ImportedLab, written: [String], with diagnostics: [Diagnostic]) throws {
    var log = DiagnosticLog()
    log.add(contentsOf: diagnostics)
    let account = ResidueReport(lab.residue)
    guard report.format == .json else {
      // A line of an imported file may hold a secret.
      try report.report(log.diagnostics, showsSource: false)
      if !written.isEmpty { print(written.joined(separator: "\n")) }
      let isRefused = log.diagnostics.contains { $0.severity == .error }
      print(isRefused ? "Nothing was written." : "\(lab.declarations.count) declarations. \(account.summary).")
      return
    }
    let tree: Node = [
      "declarations": .int(lab.declarations.count), "written": .strings(written),
      "diagnostics": .sequence(log.diagnostics.map(Self.node)), "residue": account.document,
    ]
    print(JSON.print(tree).text, terminator: "")
  }

  private static func node(_ diagnostic: Diagnostic) -> Node {
    [
      "code": .string(diagnostic.code), "severity": .string(diagnostic.severity.rawValue),
      "file": diagnostic.location.map { .string($0.file) }, "line": diagnostic.location.map { .int($0.line) },
      "message": .string(diagnostic.message),
      "notes": .sequence(
        diagnostic.notes.map { note in
          [
            "text": .string(note.text), "file": note.location.map { .string($0.file) },
            "line": note.location.map { .int($0.line) },
          ]
        }),
      "solutions": .strings(diagnostic.solutions),
    ]
  }
}
