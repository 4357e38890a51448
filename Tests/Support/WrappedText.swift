/// A text as a namespace of one Swift module, every line where it stood.
struct WrappedText {
  let text: LabText
  let number: Int

  private var namespace: String { "Text\(number)" }

  /// The files: their names in the module, and what stands in them.
  var files: [(name: String, source: String)] {
    text.files.sorted { $0.key < $1.key }.map { name, source in
      (fileName(name), "\(imports(source)); extension \(namespace) { \(members(source)) }\n")
    }
  }

  /// The name of a file in the module, which is part of the places of diagnostics.
  func fileName(_ name: String) -> String { "\(number)-\(name)" }

  /// The namespace, and the lab that its values make.
  var declaration: String {
    let lab = firstLab.map { "\(namespace).\($0)().resolved" }
    let values = text.files.sorted { $0.key < $1.key }.flatMap { Self.values($0.value) }
    let things = values.map { "\(namespace).\($0)" }.joined(separator: ", ")
    return """
      enum \(namespace) { static var resolved: ResolvedLab { \(lab ?? "LabTextProgram.lab(of: [\(things)])") } }

      """
  }

  private var firstLab: Substring? {
    text.files.sorted { $0.key < $1.key }.lazy.compactMap { _, source in
      source.firstMatch(of: /(?m)^(?:@main )?(?:public )?struct (\w+): Lab\b/)?.1
    }.first
  }

  /// The names of the values that are declared at top level.
  private static func values(_ source: String) -> [Substring] {
    source.matches(of: /(?m)^(?:public )?(?:let|var) (\w+)/).map(\.1)
  }

  private func imports(_ source: String) -> String {
    let own = source.split(separator: "\n").filter { $0.hasPrefix("import ") }
    return (["import Rackbook"] + own).joined(separator: "; ")
  }

  /// The source as members of a type: values and functions are static, imports stand outside.
  private func members(_ source: String) -> String {
    source.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      if line.hasPrefix("import ") { return "" }
      let line = line.hasPrefix("@main ") ? line.dropFirst(6) : line
      guard let match = line.prefixMatch(of: /((?:@\w+ |public |private |fileprivate )*)((?:let|var|func) .*)/) else {
        return String(line)
      }
      return "\(match.1)static \(match.2)"
    }.joined(separator: "\n")
  }
}
