extension Canonical {
  /// `KEY=value` items become a mapping; a key without an equals sign has no value.
  func pairs(_ node: ComposeNode) -> ComposeNode {
    guard let items = node.items else { return node }
    var entries = ComposeMapping()
    for item in items {
      guard let text = item.text else { continue }
      let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let key = String(parts.first ?? "")
      if let earlier = entries[key] { state.replace(earlier, by: item.place) }
      entries[key] = parts.count == 2 ? item.derived(String(parts[1])) : item.with(.null)
    }
    return node.with(.mapping(entries))
  }

  /// One text becomes a list of one.
  func list(_ node: ComposeNode) -> ComposeNode {
    if node.items != nil { return node }
    return node.with(.sequence([ComposeNode(node.content, at: node.places)]))
  }

  /// A list of names becomes a mapping without values.
  func names(_ node: ComposeNode) -> ComposeNode {
    guard let items = node.items else { return node }
    return node.derived(items.compactMap { item in item.text.map { ($0, item.with(.null)) } })
  }

  /// A command in one text is split as a shell splits it; no shell ever sees it.
  func command(_ node: ComposeNode) -> ComposeNode {
    guard case .string(let text) = node.content else { return node }
    guard let words = ShellWords.split(text) else {
      state.report(ComposeRules.badValue, at: node.place, "a command whose quotes are not closed")
      return node.with(.sequence([]))
    }
    return node.with(.sequence(words.map(node.derived)))
  }

  /// The text form of a health check is run by a shell.
  func healthTest(_ node: ComposeNode) -> ComposeNode {
    guard case .string(let text) = node.content else { return node }
    return node.with(.sequence([node.derived("CMD-SHELL"), node.derived(text)]))
  }

  /// Services that are waited for, each with its condition.
  func dependencies(_ node: ComposeNode) -> ComposeNode {
    guard let items = node.items else { return node }
    return node.derived(
      items.compactMap { item in
        item.text.map { ($0, item.derived([("condition", item.derived("service_started"))])) }
      })
  }

  /// `host=address` and `host:address` become lists of addresses by host.
  func extraHosts(_ node: ComposeNode) -> ComposeNode {
    var hosts = ComposeMapping()
    func add(_ host: String, _ address: ComposeNode) {
      let known = hosts[host]?.items ?? []
      if known.contains(where: { $0.text == address.text }) { return }
      hosts[host] = ComposeNode(.sequence(known + [address]), at: (hosts[host]?.places ?? []) + address.places)
    }
    for item in node.items ?? [] {
      guard let text = item.text else { continue }
      guard let separator = text.firstIndex(of: "=") ?? text.firstIndex(of: ":") else {
        state.report(ComposeRules.badValue, at: item.place, "an extra host is written `name=address`")
        continue
      }
      let address = text[separator...].dropFirst().filter { $0 != "[" && $0 != "]" }
      add(String(text[..<separator]), item.derived(address))
    }
    for (host, value) in node.mapping?.entries ?? [] {
      for address in list(value).items ?? [] { add(host, address) }
    }
    return node.with(.mapping(hosts))
  }

  /// Configs and secrets that a service takes.
  func grants(_ node: ComposeNode) -> ComposeNode {
    items(node) { item in
      if case .string = item.content { item.derived([("source", item)]) } else { item }
    }
  }

  /// Environment files, each with its path.
  func environmentFiles(_ node: ComposeNode) -> ComposeNode {
    items(list(node)) { item in
      guard case .string = item.content else { return fields(item, ["path": path]) }
      return item.derived([("path", path(item))])
    }
  }

  /// `source:target:permissions` of a device.
  func device(_ node: ComposeNode) -> ComposeNode {
    guard case .string(let text) = node.content else { return node }
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    guard parts.count <= 3, !parts[0].isEmpty else {
      state.report(ComposeRules.badValue, at: node.place, "a device is written `source:target:permissions`")
      return node.derived([])
    }
    return node.derived([
      ("source", node.derived(parts[0])), ("target", node.derived(parts.count > 1 ? parts[1] : parts[0])),
      ("permissions", parts.count > 2 ? node.derived(parts[2]) : nil),
    ])
  }

  /// `gpus: all` is one request.
  func gpus(_ node: ComposeNode) -> ComposeNode {
    guard case .string = node.content else { return node }
    return node.with(.sequence([node.derived([("count", node)])]))
  }

  /// A path of this machine, seen from the project's folder.
  func path(_ node: ComposeNode) -> ComposeNode {
    guard case .string(let text) = node.content, !text.contains("://"), !ComposePath.isRemote(text) else { return node }
    return node.with(.string(ComposePath.resolved(text, in: folder)))
  }
}
