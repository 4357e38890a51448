import ComposeFile
import Diagnostics
import Documents

@testable import Import

/// An import of texts by file name, as Swift, report and diagnostics.
struct ComposeTexts {
  let lab: ImportedLab
  let swift: String
  let takenTwice: [String]

  init(_ texts: [String: String], options: ImportOptions = ImportOptions(), files names: [String] = ["compose.yaml"]) {
    let files = ComposeFilesInMemory(texts)
    let request = ComposeOptions(files: names, fallbackName: "shop", keepsUnset: true)
    let load = loadCompose(request, from: files)
    guard let project = load.project else {
      (lab, swift, takenTwice) = (importCompose(request, from: files, options: options), "", [])
      return
    }
    let conversion = ComposeConversion(project, files: files, options: options)
    var lab = conversion.converted()
    lab.diagnostics = load.diagnostics + lab.diagnostics
    self.lab = lab
    takenTwice = conversion.account.takenTwice
    swift = SwiftSources(lab, prefix: "Compose").files.map(\.text).joined(separator: "\n")
  }

  /// One service `web` with these attributes, written at the left margin, and what stands below the services.
  init(web attributes: String, _ more: String = "", others: [String: String] = [:]) {
    let lines = attributes.split(separator: "\n", omittingEmptySubsequences: false).map { "    \($0)" }
    let text = "services:\n  web:\n    image: nginx:1.29\n\(lines.joined(separator: "\n"))\n\(more)"
    self.init(others.merging(["compose.yaml": text]) { own, _ in own })
  }

  /// The Swift with every run of blanks and line breaks as one blank, for comparing without its layout.
  var line: String {
    swift.split(whereSeparator: \.isWhitespace).joined(separator: " ").replacing("( ", with: "(").replacing(
      " )", with: ")")
  }

  /// What the report says of a key: `carried`, or the fate and the detail.
  func fate(_ path: String) -> String {
    guard let entry = lab.residue.entries.first(where: { $0.path == path }) else { return "not in the report" }
    switch entry.fate {
    case .carried: return "carried"
    case .changed(let how): return "changed: \(how)"
    case .kept(let how): return "kept: \(how)"
    case .dropped(let why): return "dropped: \(why)"
    }
  }

  var codes: [String] { lab.diagnostics.map(\.code) }

  /// The report as JSON.
  var report: String { JSON.print(ResidueReport(lab.residue).document).text }
}
