import Diagnostics

/// The environment of each service: its files in order, then its own variables.
struct ServiceEnvironments {
  let documents: DocumentLoader
  let scope: VariableScope

  func all(of root: ComposeNode) -> [String: [ComposeVariable]] {
    var result: [String: [ComposeVariable]] = [:]
    for (name, service) in root["services"]?.mapping?.entries ?? [] {
      let variables = environment(of: service)
      if !variables.isEmpty { result[name] = variables }
    }
    return result
  }

  private func environment(of service: ComposeNode) -> [ComposeVariable] {
    var variables: [String: ComposeVariable] = [:]
    func set(_ variable: ComposeVariable) {
      if let earlier = variables[variable.name], earlier.place != variable.place {
        documents.state.replacePlace(earlier.place, by: variable.place)
      }
      variables[variable.name] = variable
    }
    for file in service["env_file"]?.items ?? [] {
      for variable in read(file, known: variables) { set(variable) }
    }
    for (name, value) in service["environment"]?.mapping?.entries ?? [] {
      if value.isNull, scope(name) == nil { documents.state.noteUnset(name, at: value.place) }
      set(ComposeVariable(name: name, value: value.text ?? scope(name) ?? unset(name), place: value.place))
    }
    return variables.values.sorted { $0.name < $1.name }
  }

  private func unset(_ name: String) -> String? {
    documents.keepsUnset ? Placeholder.mark(name) : nil
  }

  private func read(_ file: ComposeNode, known: [String: ComposeVariable]) -> [ComposeVariable] {
    guard let path = file["path"]?.text else { return [] }
    if Placeholder.isPresent(in: path) {
      documents.state.report(
        ComposeRules.environmentFileMissing, at: file.place, "'\(Placeholder.written(path))' waits for a variable")
      return []
    }
    let isRequired = !["false", "no", "off", "n"].contains(file["required"]?.text?.lowercased() ?? "true")
    let isRaw = file["format"]?.text == "raw"
    let state = documents.state
    let before = state.diagnostics.count
    guard let text = documents.reader.text(path, namedAt: file.place) else {
      if isRequired, state.diagnostics.count == before {
        let rule = documents.keepsUnset ? ComposeRules.environmentFileMissing : ComposeRules.unreadable
        state.report(rule, at: file.place, "there is no environment file '\(path)'")
      }
      return []
    }
    let outer = scope.adding(known.compactMapValues(\.value))
    return documents.entries(of: text, path: path, raw: isRaw, scope: outer).compactMap { entry in
      let place = ComposePlace(path, entry.line, 1)
      state.register(place, path: [entry.name])
      guard let value = entry.value ?? scope(entry.name) else {
        state.settle(place, .applied("has no value here, so the container does not get it"))
        return nil
      }
      return ComposeVariable(name: entry.name, value: value, place: place, file: path)
    }
  }
}
