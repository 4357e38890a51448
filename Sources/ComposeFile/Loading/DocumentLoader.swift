import Diagnostics

/// Reads the documents of one file and brings each into the long form: variables filled in, shape checked.
final class DocumentLoader {
  let reader: FileReader
  let state: LoadingState
  let keepsUnset: Bool

  init(reader: FileReader, keepsUnset: Bool) {
    self.reader = reader
    self.state = reader.state
    self.keepsUnset = keepsUnset
  }

  /// The documents of a file; nil where it cannot be read, which is told.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - place: What names the file.
  ///   - rule: The rule that a missing file breaks.
  ///   - folder: Where its relative paths start.
  ///   - scope: The variables that it sees.
  /// - Returns: One value for each document.
  func documents(
    _ path: String, namedAt place: ComposePlace, rule: Rule, folder: String, scope: VariableScope
  ) -> [ComposeNode]? {
    guard let text = text(path, namedAt: place, rule: rule) else { return nil }
    var yaml = YAMLReader(file: path, state: state)
    return yaml.documents(of: text).map { document in
      let filled = fill(document, scope)
      guard filled.mapping != nil else {
        state.report(ComposeRules.wrongType, at: filled.place, "a Compose file takes a mapping, not \(filled.kind)")
        return filled.with(.mapping(ComposeMapping()))
      }
      ShapeCheck(state: state).check(filled, .project, path: "")
      if let version = filled["version"] {
        state.report(ComposeRules.obsolete, at: version.place, "`version` means nothing to Compose")
      }
      return Canonical(state: state, folder: folder).project(filled)
    }
  }

  /// The text of a file that must be there.
  func text(_ path: String, namedAt place: ComposePlace, rule: Rule) -> String? {
    if ComposePath.isRemote(path) {
      state.report(rule, at: place, "'\(path)' is on another machine, and nothing is fetched for an import")
      return nil
    }
    let before = state.diagnostics.count
    let text = reader.text(path, namedAt: place)
    if text == nil, state.diagnostics.count == before {
      state.report(rule, at: place, "there is no file '\(path)'")
    }
    return text
  }

  /// Puts the values of variables into every text below a value.
  func fill(_ node: ComposeNode, _ scope: VariableScope) -> ComposeNode {
    switch node.content {
    case .string(let text):
      return node.with(.string(filled(text, at: node.place, scope)))
    case .sequence(let items): return node.with(.sequence(items.map { fill($0, scope) }))
    case .mapping(let mapping): return node.with(.mapping(mapping.compactMapValues { fill($1, scope) }))
    default: return node
    }
  }

  private func filled(_ text: String, at place: ComposePlace, _ scope: VariableScope) -> String {
    guard text.utf8.contains(UInt8(ascii: "$")) else { return text }
    var interpolation = Interpolation(keepsUnset: keepsUnset) { scope($0) }
    do {
      let result = try interpolation.fill(text)
      for (name, use) in interpolation.uses {
        if use == .unset { state.noteUnset(name, at: place) }
        if use == .substitute { state.noteDefault(name, at: place) }
      }
      return result
    } catch Interpolation.Problem.required(let name, let reason) {
      state.report(
        ComposeRules.required, at: place, "\(name) must be set\(reason.isEmpty ? "" : ": \(reason)")")
    } catch Interpolation.Problem.malformed {
      state.report(
        ComposeRules.interpolation, at: place, "what follows `${` is no variable", solutions: ["write `$$` for `$`"])
    } catch {
      state.report(ComposeRules.tooLarge, at: place, "defaults of variables are nested more than 32 deep")
    }
    return ""
  }

  /// The variables of environment files, the later ones first.
  func variables(_ paths: [String], namedAt place: ComposePlace, _ scope: VariableScope, required: Bool)
    -> [String: String]
  {
    var values: [String: String] = [:]
    for path in paths {
      let text =
        required ? self.text(path, namedAt: place, rule: ComposeRules.unreadable) : reader.text(path, namedAt: place)
      guard let text else { continue }
      for entry in entries(of: text, path: path, raw: false, scope: scope.adding(values)) {
        if let value = entry.value ?? scope(entry.name) { values[entry.name] = value }
      }
    }
    return values
  }

  /// The entries of an environment file, each noted as a key.
  func entries(of text: String, path: String, raw: Bool, scope: VariableScope) -> [EnvironmentFile.Entry] {
    do {
      let file = try EnvironmentFile(text, raw: raw, keepsUnset: keepsUnset) { scope($0) }
      for (name, line) in file.unset { state.noteUnset(name, at: ComposePlace(path, line, 1)) }
      return file.entries
    } catch let problem as EnvironmentFile.Problem {
      state.report(ComposeRules.environmentFile, at: ComposePlace(path, problem.line, 1), problem.message)
    } catch {
      state.report(ComposeRules.environmentFile, at: ComposePlace(path, 1, 1), "not readable")
    }
    return []
  }
}
