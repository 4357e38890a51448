/// Turns the short forms of a file into the long ones, so that everything after reads one form only.
///
/// It is done before files are merged: what a person wrote in two forms then merges by name.
struct Canonical {
  let state: LoadingState
  /// The folder that the file's relative paths start in.
  let folder: String

  /// A whole file.
  func project(_ root: ComposeNode) -> ComposeNode {
    guard var mapping = root.mapping else { return root }
    edit(&mapping, "services") { entries($0) { service($0) } }
    edit(&mapping, "networks") { entries($0) { resource($0) } }
    edit(&mapping, "volumes") { entries($0) { resource($0) } }
    edit(&mapping, "secrets") { entries($0) { fileResource($0) } }
    edit(&mapping, "configs") { entries($0) { fileResource($0) } }
    return root.with(.mapping(mapping))
  }

  /// A service.
  func service(_ node: ComposeNode) -> ComposeNode {
    guard var fields = node.mapping else { return node.isNull ? node.with(.mapping(ComposeMapping())) : node }
    for key in ["environment", "labels", "annotations", "sysctls"] { edit(&fields, key, pairs) }
    for key in ["dns", "dns_search", "tmpfs", "label_file"] { edit(&fields, key, list) }
    for key in ["command", "entrypoint"] { edit(&fields, key, command) }
    edit(&fields, "build", build)
    edit(&fields, "configs", grants)
    edit(&fields, "secrets", grants)
    edit(&fields, "credential_spec") { self.fields($0, ["file": path]) }
    edit(&fields, "depends_on", dependencies)
    edit(&fields, "deploy", deploy)
    edit(&fields, "develop") { self.fields($0, ["watch": { items($0, watch) }]) }
    edit(&fields, "devices") { items($0, device) }
    edit(&fields, "env_file", environmentFiles)
    edit(&fields, "extra_hosts", extraHosts)
    edit(&fields, "gpus", gpus)
    edit(&fields, "healthcheck") { self.fields($0, ["test": healthTest]) }
    edit(&fields, "label_file") { items($0, path) }
    edit(&fields, "models", names)
    edit(&fields, "networks", names)
    edit(&fields, "ports", ports)
    edit(&fields, "volumes", mounts)
    for key in ["pre_start", "post_start", "pre_stop"] { edit(&fields, key) { items($0, hook) } }
    return node.with(.mapping(fields))
  }

  private func resource(_ node: ComposeNode) -> ComposeNode {
    fields(external(node), ["labels": pairs])
  }

  private func fileResource(_ node: ComposeNode) -> ComposeNode {
    fields(external(node), ["labels": pairs, "file": path])
  }

  /// `external: {name: x}`, the old form, is `external: true` with a name.
  private func external(_ node: ComposeNode) -> ComposeNode {
    guard var fields = node.mapping, let external = fields["external"] else { return node }
    if let mapping = external.mapping {
      fields["external"] = external.with(.bool(true))
      if fields["name"] == nil { fields["name"] = mapping["name"] }
    } else {
      fields["external"] = external.with(.bool(isTrue(external)))
    }
    return node.with(.mapping(fields))
  }

  private func build(_ node: ComposeNode) -> ComposeNode {
    if case .string = node.content { return build(node.derived([("context", node)])) }
    return fields(
      node,
      [
        "args": pairs, "labels": pairs, "additional_contexts": contexts, "context": path, "ssh": pairs,
        "extra_hosts": extraHosts, "secrets": grants, "no_cache_filter": list,
      ])
  }

  /// Build contexts: paths, besides addresses and names of images and services.
  private func contexts(_ node: ComposeNode) -> ComposeNode {
    entries(pairs(node)) { value in
      guard let text = value.text, !text.contains("://"), !text.hasPrefix("service:"), !ComposePath.isRemote(text)
      else {
        return value
      }
      return path(value)
    }
  }

  private func deploy(_ node: ComposeNode) -> ComposeNode {
    fields(node, ["labels": pairs])
  }

  private func watch(_ node: ComposeNode) -> ComposeNode {
    fields(node, ["path": path, "ignore": list, "include": list, "exec": hook])
  }

  private func hook(_ node: ComposeNode) -> ComposeNode {
    fields(node, ["command": command, "environment": pairs])
  }

  private func isTrue(_ node: ComposeNode) -> Bool {
    ["true", "yes", "on", "y"].contains(node.text?.lowercased() ?? "")
  }

  // MARK: - Walking

  /// Changes a field that is there and is not to be removed.
  func edit(_ mapping: inout ComposeMapping, _ key: String, _ change: (ComposeNode) -> ComposeNode) {
    guard let node = mapping[key], node.tag != .reset else { return }
    mapping[key] = change(node)
  }

  /// Changes some fields of a mapping.
  func fields(_ node: ComposeNode, _ changes: [String: (ComposeNode) -> ComposeNode]) -> ComposeNode {
    guard var mapping = node.mapping else { return node }
    for key in mapping.keys {
      if let change = changes[key] { edit(&mapping, key, change) }
    }
    return node.with(.mapping(mapping))
  }

  /// Changes every value of a mapping.
  func entries(_ node: ComposeNode, _ change: (ComposeNode) -> ComposeNode) -> ComposeNode {
    guard let mapping = node.mapping else { return node }
    return node.with(.mapping(mapping.compactMapValues { $1.tag == .reset ? $1 : change($1) }))
  }

  /// Changes every item of a list.
  func items(_ node: ComposeNode, _ change: (ComposeNode) -> ComposeNode) -> ComposeNode {
    guard let items = node.items else { return node }
    return node.with(.sequence(items.map { $0.tag == .reset ? $0 : change($0) }))
  }
}
