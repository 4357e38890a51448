import Diagnostics
import Documents

extension ImportFolder {
  /// The files of an import: its Swift, its report, and where the folder is no lab yet, the lab around it.
  ///
  /// - Parameters:
  ///   - lab: What was imported.
  ///   - prefix: The first word of file names, in upper camel case: `Kubernetes`.
  ///   - package: The text of `Package.swift` for a folder that is no package yet.
  /// - Returns: Paths below the folder, and texts.
  public func files(of lab: ImportedLab, prefix: String, package: String) -> [SwiftFile] {
    let swift = SwiftSources(lab, prefix: prefix, taken: takenNames.union([module]))
    var files = swift.files.map { SwiftFile(name: "Sources/\(module)/\($0.name)", text: $0.text) }
    files.append(
      SwiftFile(
        name: "import-\(prefix.lowercased()).md", text: ResidueReport(lab.residue).markdown(lab.diagnostics)))
    if !isPackage {
      files.append(SwiftFile(name: "Package.swift", text: package))
      files.append(SwiftFile(name: "Sources/\(module)/\(module).swift", text: main(listing: swift.listName)))
    }
    return files
  }

  private func main(listing list: String?) -> String {
    let lines = [
      "import Rackbook", "", "/// The lab that was imported: what is assumed in it is marked 'Assumed' or 'Guessed'.",
      "@main struct \(module): Lab {", "  var body: [any Component] { \(list ?? "[]") }", "}", "",
    ]
    return lines.joined(separator: "\n")
  }
}
