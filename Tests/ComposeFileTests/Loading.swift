import ComposeFile
import Diagnostics
import Testing

/// Loads texts by file name; `compose.yaml` unless files are named.
func load(
  _ texts: [String: String], files: [String] = ["compose.yaml"], variables: [String: String] = [:],
  profiles: [String]? = nil, keepsUnset: Bool = false
) -> ComposeLoad {
  loadCompose(
    ComposeOptions(files: files, variables: variables, profiles: profiles, keepsUnset: keepsUnset),
    from: ComposeFilesInMemory(texts))
}

/// Loads the attributes of one service `web`, written at the left margin.
func loadService(
  _ attributes: String, _ more: String = "", variables: [String: String] = [:], keepsUnset: Bool = false
) -> ComposeLoad {
  let lines = attributes.split(separator: "\n", omittingEmptySubsequences: false).map { "    \($0)" }
  let text = "services:\n  web:\n    image: nginx\n\(lines.joined(separator: "\n"))\n\(more)"
  return load(["compose.yaml": text], variables: variables, keepsUnset: keepsUnset)
}

/// Code and line of each diagnostic, without the notes.
func codes(_ load: ComposeLoad) -> [String] {
  load.diagnostics.filter { $0.severity != .note }.map { "\($0.code):\($0.location?.line ?? 0)" }
}

/// A value in one line: `{a: 1, b: [x, y]}`, keys in order of their names.
func text(_ node: ComposeNode?) -> String {
  guard let node else { return "none" }
  if let items = node.items { return "[\(items.map(text).joined(separator: ", "))]" }
  if let mapping = node.mapping {
    return
      "{\(mapping.entries.sorted { $0.key < $1.key }.map { "\($0.key): \(text($0.value))" }.joined(separator: ", "))}"
  }
  return node.text.map(Placeholder.written) ?? "null"
}

/// The attribute of service `web` in one line.
func attribute(_ key: String, of load: ComposeLoad) -> String {
  guard let project = load.project else { return "refused: \(codes(load))" }
  return text(project.root["services"]?["web"]?[key])
}
