import Diagnostics

/// Lays services over those that they extend.
struct Extensions {
  let loader: ProjectLoader
  let folder: String
  let scope: VariableScope
  let file: String

  /// A document whose services have what they extend below them.
  func applied(to document: ComposeNode) -> ComposeNode {
    guard var root = document.mapping, let services = root["services"], let entries = services.mapping else {
      return document
    }
    guard entries.entries.contains(where: { $0.value["extends"] != nil }) else { return document }
    root["services"] = services.with(
      .mapping(
        entries.compactMapValues { name, service in
          resolved(service, name: name, siblings: entries, chain: [])
        }))
    return document.with(.mapping(root))
  }

  private func resolved(
    _ service: ComposeNode, name: String, siblings: ComposeMapping, chain: [String]
  ) -> ComposeNode {
    guard var fields = service.mapping, let extends = fields["extends"], extends.tag != .reset else { return service }
    let state = loader.state
    state.settleAll(extends, .applied("what it extends is merged into the service"))
    fields["extends"] = nil
    let own = service.with(.mapping(fields))
    let link = "\(file)#\(name)"
    guard !chain.contains(link) else {
      state.report(
        ComposeRules.extends, at: extends.place,
        "services extend each other: \((chain + [link]).map(short).joined(separator: " -> "))")
      return own
    }
    guard chain.count < 64 else {
      state.report(ComposeRules.tooLarge, at: extends.place, "more than 64 services extend each other")
      return own
    }
    guard let base = base(of: extends, siblings: siblings, chain: chain + [link]) else { return own }
    return loader.merge.service(base, own)
  }

  private func short(_ link: String) -> String {
    link.hasPrefix("\(file)#") ? String(link.dropFirst(file.count + 1)) : link
  }

  private func base(of extends: ComposeNode, siblings: ComposeMapping, chain: [String]) -> ComposeNode? {
    guard let wanted = extends.text ?? extends["service"]?.text else { return nil }
    guard let path = extends["file"]?.text.map({ ComposePath.resolved($0, in: folder) }), path != file else {
      guard let base = siblings[wanted] else { return missing(wanted, file, siblings, extends.place) }
      return resolved(base, name: wanted, siblings: siblings, chain: chain)
    }
    let outer = ComposePath.folder(of: path)
    guard
      let documents = loader.documents.documents(
        path, namedAt: extends.place, rule: ComposeRules.extends, folder: outer, scope: scope)
    else { return nil }
    var root: ComposeNode?
    for document in documents { root = root.map { loader.merge.project($0, document) } ?? document }
    let others = root?["services"]?.mapping ?? ComposeMapping()
    noteUnused(root, except: wanted)
    guard let base = others[wanted] else { return missing(wanted, path, others, extends.place) }
    return Extensions(loader: loader, folder: outer, scope: scope, file: path)
      .resolved(base, name: wanted, siblings: others, chain: chain)
  }

  /// Of an extended file only the services that are extended belong to the project.
  private func noteUnused(_ root: ComposeNode?, except wanted: String) {
    for (key, value) in root?.mapping?.entries ?? [] {
      if key != "services" {
        loader.state.settleUnlessKept(value, .applied("is not read: only a service of this file is extended"))
        continue
      }
      for (name, service) in value.mapping?.entries ?? [] where name != wanted {
        loader.state.settleUnlessKept(service, .applied("is not read: another service of this file is extended"))
      }
    }
  }

  private func missing(
    _ name: String, _ path: String, _ services: ComposeMapping, _ place: ComposePlace
  ) -> ComposeNode? {
    loader.state.report(
      ComposeRules.extends, at: place, "'\(path)' has no service '\(name)' to extend",
      solutions: NearMiss.suggestion(for: name, in: services.keys).map { [$0] } ?? [])
    return nil
  }
}
