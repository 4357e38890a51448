extension Canonical {
  /// Mounts in their long form.
  func mounts(_ node: ComposeNode) -> ComposeNode {
    items(node) { item in
      if case .string(let text) = item.content { return shortMount(item, text) }
      let isBind = item["type"]?.text == "bind"
      return fields(item, ["source": isBind ? path : { $0 }, "volume": { fields($0, ["labels": pairs]) }])
    }
  }

  /// `target`, `source:target` or `source:target:options`.
  private func shortMount(_ item: ComposeNode, _ text: String) -> ComposeNode {
    let parts = Self.split(text)
    guard parts.count <= 3, !parts.contains(where: \.isEmpty) else {
      state.report(
        ComposeRules.badValue, at: item.place,
        "a volume is written `source:target:options`, not '\(Placeholder.written(text))'")
      return item.derived([])
    }
    guard parts.count > 1 else {
      return item.derived([("type", item.derived("volume")), ("target", item.derived(Self.cleaned(parts[0])))])
    }
    let isBind = Self.isPath(parts[0])
    let options = parts.count > 2 ? parts[2].split(separator: ",").map(String.init) : []
    return item.derived([
      ("type", item.derived(isBind ? "bind" : "volume")),
      ("source", isBind ? path(item.derived(parts[0])) : item.derived(parts[0])),
      ("target", item.derived(Self.cleaned(parts[1]))),
      ("read_only", options.contains("ro") ? item.with(.bool(true)) : nil),
      ("bind", isBind ? bindOptions(item, options) : nil),
      ("volume", options.contains("nocopy") ? item.derived([("nocopy", item.with(.bool(true)))]) : nil),
      ("x-options", unknown(item, options, isBind: isBind)),
    ])
  }

  private func bindOptions(_ item: ComposeNode, _ options: [String]) -> ComposeNode? {
    let propagation = options.last { Self.propagations.contains($0) }
    let label = options.last { $0 == "z" || $0 == "Z" }
    guard propagation != nil || label != nil else { return nil }
    return item.derived([
      ("propagation", propagation.map(item.derived)), ("selinux", label.map(item.derived)),
    ])
  }

  private static let propagations: Set = ["private", "rprivate", "shared", "rshared", "slave", "rslave"]

  /// Options that Compose does not know, or not for a volume; it drops them without a word.
  private func unknown(_ item: ComposeNode, _ options: [String], isBind: Bool) -> ComposeNode? {
    let always: Set = ["ro", "rw", "nocopy"]
    let known = isBind ? Self.propagations.union(always).union(["z", "Z"]) : always
    let others = options.filter { !known.contains($0) }
    return others.isEmpty ? nil : item.derived(others.joined(separator: ","))
  }

  /// Splits at colons; the colon of a Windows drive belongs to its path.
  private static func split(_ text: String) -> [String] {
    var parts: [String] = []
    for part in text.split(separator: ":", omittingEmptySubsequences: false) {
      if let last = parts.last, last.count == 1, last.first?.isLetter == true, part.first == "\\" || part.first == "/" {
        parts[parts.count - 1] = "\(last):\(part)"
      } else {
        parts.append(String(part))
      }
    }
    return parts
  }

  /// Whether a source names a folder of the host: it looks like a path, or begins with a variable that is not known.
  static func isPath(_ source: String) -> Bool {
    if case .variable? = Placeholder.pieces(of: source).first { return true }
    guard let first = source.first else { return false }
    if first == "." || first == "/" || first == "~" || source.hasPrefix("\\\\") { return true }
    return first.isLetter && source.dropFirst().first == ":"
  }

  private static func cleaned(_ target: String) -> String {
    Placeholder.isPresent(in: target) || !target.hasPrefix("/") ? target : ComposePath.normalized(target)
  }
}
