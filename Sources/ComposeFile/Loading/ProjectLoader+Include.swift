import Diagnostics

extension ProjectLoader {
  /// A document with what it includes below it.
  func including(_ document: ComposeNode, folder: String, scope: VariableScope, chain: [String]) -> ComposeNode {
    guard var mapping = document.mapping, let include = mapping["include"] else { return document }
    state.settleAll(include, .applied("its files are part of the project"))
    mapping["include"] = nil
    var result = document.with(.mapping(mapping))
    for item in include.items ?? [] {
      guard let included = inclusion(item, folder: folder, scope: scope, chain: chain) else { continue }
      var resources = ComposeMapping()
      for key in ["services", "volumes", "networks", "secrets", "configs", "models"] { resources[key] = included[key] }
      for (key, value) in included.mapping?.entries ?? [] where resources[key] == nil {
        state.settleAll(value, .applied("says nothing in an included file"))
      }
      result = merge.project(included.with(.mapping(resources)), result)
    }
    return result
  }

  private func inclusion(_ item: ComposeNode, folder: String, scope: VariableScope, chain: [String]) -> ComposeNode? {
    let written = item.text.map { [$0] } ?? texts(item["path"])
    guard let first = written.first else {
      state.report(ComposeRules.missing, at: item.place, "an include needs the key 'path'")
      return nil
    }
    if let remote = written.first(where: ComposePath.isRemote) {
      state.report(
        ComposeRules.include, at: item.place, "'\(remote)' is on another machine, and nothing is fetched for an import",
        solutions: ["fetch it, and include the file"])
      return nil
    }
    let paths = written.map { ComposePath.resolved($0, in: folder) }
    if let again = paths.first(where: { chain.contains($0) }) {
      state.report(
        ComposeRules.include, at: item.place, "files include each other: \((chain + [again]).joined(separator: " -> "))"
      )
      return nil
    }
    let own = item["project_directory"]?.text.map { ComposePath.resolved($0, in: folder) }
    let base = own ?? ComposePath.folder(of: ComposePath.resolved(first, in: folder))
    let named = texts(item["env_file"]).filter { $0 != "/dev/null" }.map { ComposePath.resolved($0, in: folder) }
    let variables = documents.variables(
      item["env_file"] == nil ? [ComposePath.resolved(".env", in: base)] : named, namedAt: item.place, scope,
      required: item["env_file"] != nil)
    return model(paths, folder: base, scope: scope.adding(variables), chain: chain, namedAt: item.place)
  }

  private func texts(_ node: ComposeNode?) -> [String] {
    node?.text.map { [$0] } ?? node?.items?.compactMap(\.text) ?? []
  }
}
