import Diagnostics

/// Loads a project: reads, includes, extends, merges, checks.
final class ProjectLoader {
  let options: ComposeOptions
  let state: LoadingState
  let documents: DocumentLoader
  let merge: Merge

  init(options: ComposeOptions, files: any ComposeFiles) {
    self.options = options
    let state = LoadingState(limits: options.limits)
    self.state = state
    self.documents = DocumentLoader(reader: FileReader(files: files, state: state), keepsUnset: options.keepsUnset)
    self.merge = Merge(state: state)
  }

  func load() -> ComposeLoad {
    guard let main = options.files.first else {
      state.report(ComposeRules.unreadable, at: ComposePlace("compose.yaml", 1, 1), "no Compose file is named")
      return ComposeLoad(project: nil, diagnostics: state.diagnostics)
    }
    let start = ComposePlace(main, 1, 1)
    var scope = VariableScope(options.variables)
    let named = options.environmentFiles
    scope = scope.adding(documents.variables(named ?? [".env"], namedAt: start, scope, required: named != nil))
    let name = projectName(scope)
    scope = scope.adding(["COMPOSE_PROJECT_NAME": name])

    let root = model(options.files, folder: ".", scope: scope, chain: [], namedAt: start)
    guard let root, !state.hasErrors else { return finished(nil) }
    let inactive = inactiveServices(root, scope)
    Consistency(state: state, root: root, inactive: inactive).check()
    let environments = ServiceEnvironments(documents: documents, scope: scope).all(of: root)
    for (variable, places) in state.unset {
      for place in places {
        state.report(ComposeRules.variableUnset, at: place, "\(variable) is not set")
      }
    }
    guard !state.hasErrors else { return finished(nil) }
    return finished(
      ComposeProject(
        name: name, root: root, inactive: inactive, environments: environments, keys: keys(root, environments),
        unset: unset(),
        defaulted: state.defaulted))
  }

  /// The merged files, one list of files for the project and for each inclusion.
  func model(
    _ paths: [String], folder: String, scope: VariableScope, chain: [String], namedAt place: ComposePlace
  ) -> ComposeNode? {
    var result: ComposeNode?
    for path in paths {
      let rule = chain.isEmpty ? ComposeRules.unreadable : ComposeRules.include
      guard
        let documents = documents.documents(path, namedAt: place, rule: rule, folder: folder, scope: scope)
      else { return nil }
      for document in documents {
        let included = including(document, folder: folder, scope: scope, chain: chain + [path])
        let extended = Extensions(loader: self, folder: folder, scope: scope, file: path).applied(to: included)
        result = merge.settled(result.map { merge.project($0, extended) } ?? extended, path: [])
      }
    }
    if result == nil, !state.hasErrors {
      state.report(ComposeRules.missing, at: ComposePlace(paths.first ?? "", 1, 1), "the file is empty")
    }
    return result
  }

  private func finished(_ project: ComposeProject?) -> ComposeLoad {
    var log = DiagnosticLog()
    log.add(contentsOf: state.diagnostics)
    return ComposeLoad(project: project, diagnostics: log.diagnostics)
  }

  private func keys(_ root: ComposeNode, _ environments: [String: [ComposeVariable]]) -> [ComposeKey] {
    var present = Set(environments.values.joined().map(\.place))
    // Fragments below `x-` are in the project where something takes them over, and only there.
    for (key, value) in root.mapping?.entries ?? [] where !key.hasPrefix("x-") {
      collectPlaces(of: value, into: &present)
    }
    return state.keys.values.map { key in
      guard key.fate == .kept, !present.contains(key.place) else { return key }
      let fate = state.replacements[key.place].map(ComposeKey.Fate.replaced(by:)) ?? state.unread[key.place] ?? .kept
      return ComposeKey(place: key.place, path: key.path, fate: fate)
    }.sorted { $0.place < $1.place }
  }

  private func collectPlaces(of node: ComposeNode, into places: inout Set<ComposePlace>) {
    places.formUnion(node.places)
    for child in node.items ?? node.mapping?.entries.map(\.value) ?? [] { collectPlaces(of: child, into: &places) }
  }

  private func unset() -> [ComposeProject.UnsetVariable] {
    state.unset.map { ComposeProject.UnsetVariable(name: $0.key, places: $0.value.sorted()) }.sorted {
      $0.name < $1.name
    }
  }

  /// The name given, or that of the files, of the environment, or the fallback; in lower case, without odd characters.
  private func projectName(_ scope: VariableScope) -> String {
    var name = options.projectName ?? scope("COMPOSE_PROJECT_NAME") ?? ""
    if name.isEmpty {
      for path in options.files {
        let quiet = LoadingState(limits: state.limits)
        guard
          let text = FileReader(files: documents.reader.files, state: quiet).text(
            path, namedAt: ComposePlace(path, 1, 1))
        else { continue }
        var yaml = YAMLReader(file: path, state: quiet)
        for document in yaml.documents(of: text) {
          guard let written = document["name"]?.text else { continue }
          var interpolation = Interpolation(keepsUnset: false) { scope($0) }
          name = (try? interpolation.fill(written)) ?? written
        }
      }
    }
    let clean = Self.cleaned(name)
    return clean.isEmpty ? Self.cleaned(options.fallbackName) : clean
  }

  private static func cleaned(_ name: String) -> String {
    String(
      name.lowercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }
        .drop { $0 == "-" || $0 == "_" })
  }

  /// The services whose profiles are all inactive.
  private func inactiveServices(_ root: ComposeNode, _ scope: VariableScope) -> Set<String> {
    guard let asked = options.profiles else { return [] }
    let environment = scope("COMPOSE_PROFILES")?.split(separator: ",").map(String.init) ?? []
    let active = Set(asked + environment)
    if active.contains("*") { return [] }
    var inactive: Set<String> = []
    for (name, service) in root["services"]?.mapping?.entries ?? [] {
      let profiles = service["profiles"]?.items?.compactMap(\.text) ?? []
      if !profiles.isEmpty, active.isDisjoint(with: profiles) { inactive.insert(name) }
    }
    return inactive
  }
}
