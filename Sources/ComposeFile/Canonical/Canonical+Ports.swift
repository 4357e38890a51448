extension Canonical {
  /// Published ports in their long form, ranges written out.
  func ports(_ node: ComposeNode) -> ComposeNode {
    guard let items = node.items else { return node }
    return node.with(
      .sequence(
        items.flatMap { item -> [ComposeNode] in
          if item.tag == .reset || item.mapping != nil { return [checked(item)] }
          guard let text = item.text else { return [] }
          guard let ports = PortSpecification(text) else {
            state.report(
              ComposeRules.badValue, at: item.place,
              "a port is written `[address:][host port:]container port[/protocol]`, not '\(Placeholder.written(text))'",
              solutions: Placeholder.isPresent(in: text) ? ["set the variable with an environment file"] : [])
            return []
          }
          return ports.pairs.map { pair in
            item.derived([
              ("target", item.with(.int(pair.target))), ("published", pair.published.map(item.derived)),
              ("host_ip", ports.address.map(item.derived)), ("protocol", item.derived(ports.transport)),
            ])
          }
        }))
  }

  /// The long form needs a container port between 1 and 65535.
  private func checked(_ item: ComposeNode) -> ComposeNode {
    guard item.mapping != nil, item.tag != .reset else { return item }
    guard let target = item["target"]?.text else {
      state.report(ComposeRules.missing, at: item.place, "a port needs the key 'target'")
      return item
    }
    if !(1...65535).contains(Int(target) ?? 0) {
      state.report(ComposeRules.badValue, at: item.place, "a port is 1 to 65535, not '\(Placeholder.written(target))'")
    }
    return item
  }
}
