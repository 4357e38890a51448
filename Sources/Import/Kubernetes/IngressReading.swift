import SourceDocuments

/// Reads an Ingress into parts of the services that it leads to.
struct IngressReading {
  let manifest: Manifest
  /// The workload and the port that a Service of Kubernetes leads to.
  let resolve: (_ service: String, _ port: SourceNode?) -> (workload: Manifest.Key, port: Int)?

  /// The parts, each with the workload that it belongs to; nil where a backend cannot be found, or words do not say it.
  func parts() -> [(workload: Manifest.Key, part: SwiftExpression)]? {
    let spec = manifest.spec
    guard spec?["defaultBackend"] == nil, let rules = spec?["rules"]?.items, !rules.isEmpty else { return nil }
    var parts: [(Manifest.Key, SwiftExpression)] = []
    for rule in rules {
      for path in rule["http"]?["paths"]?.items ?? [] {
        let backend = path["backend"]?["service"]
        let port = backend?["port"]?["number"] ?? backend?["port"]?["name"]
        guard let name = backend?["name"]?.text, let target = resolve(name, port) else { return nil }
        parts.append((target.workload, part(rule, path, port: target.port, spec)))
      }
    }
    guard !parts.isEmpty else { return nil }
    take(parts.map(\.0))
    for key in Set(parts.map(\.0)).sorted(by: { $0.name < $1.name }) {
      parts += annotations.map { (key, $0) }
    }
    return parts
  }

  private func part(_ rule: SourceNode, _ path: SourceNode, port: Int, _ spec: SourceNode?) -> SwiftExpression {
    var call = SwiftCall("Ingress", at: rule.place)
    let host = rule["host"]?.text
    if let host { call.arguments.append(.init(.text(host))) }
    if let text = path["path"]?.text, text != "/" { call.add("path", text) }
    let types = ["Exact": "exact", "ImplementationSpecific": "implementationSpecific"]
    call.add("pathType", types[path["pathType"]?.text ?? ""].map { .member($0) })
    call.add("port", port)
    let className =
      spec?["ingressClassName"]?.text ?? manifest.node["metadata"]?["annotations"]?["kubernetes.io/ingress.class"]?.text
    call.add("className", className)
    let tls = (spec?["tls"]?.items ?? []).first { entry in
      entry["hosts"]?.items.contains { $0.text == host } ?? true
    }
    call.add("tlsSecret", tls?["secretName"]?.text)
    return .call(call)
  }

  private var annotations: [SwiftExpression] {
    (manifest.node["metadata"]?["annotations"]?.entries ?? []).compactMap { entry in
      guard !Manifest.clusterAnnotations.contains(entry.key), entry.key != "kubernetes.io/ingress.class",
        let text = entry.value.text
      else { return nil }
      return .call(
        SwiftCall(
          "Annotation", [.init(.text(entry.key)), .init(.text(text)), .init("on", .list([.member("ingress")]))]))
    }
  }

  private func take(_ workloads: [Manifest.Key]) {
    manifest.dropClusterState()
    let isSplit = Set(workloads).count > 1
    if let metadata = manifest.node["metadata"] {
      if let labels = metadata["labels"] { manifest.ledger.takeRest(of: labels, .dropped("labels of an Ingress")) }
      manifest.ledger.change(metadata["name"], "an Ingress of Rackbook is named after its service")
    }
    let how: Residue.Fate = isSplit ? .changed("each service has an Ingress of its own") : .carried
    manifest.ledger.takeRest(of: manifest.node, how)
  }
}
