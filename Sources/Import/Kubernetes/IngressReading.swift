import SourceDocuments

/// Reads an Ingress into parts of the services that it leads to.
struct IngressReading {
  let manifest: Manifest
  /// The workload and the port that a Service of Kubernetes leads to.
  let resolve: (_ service: String, _ port: SourceNode?) -> (workload: Manifest.Key, port: Int)?
  /// The annotations of the Ingress objects that workloads have already.
  let told: [Manifest.Key: [SwiftExpression]]

  /// The parts, each with the workload that it belongs to; nil where a backend cannot be found, or words do not say it.
  func parts() -> [(workload: Manifest.Key, part: SwiftExpression)]? {
    let spec = manifest.spec
    guard spec?["defaultBackend"] == nil, let rules = spec?["rules"]?.items, !rules.isEmpty,
      rules.allSatisfy({ $0["http"]?["paths"]?.items.isEmpty == false }), !isToldDifferently
    else { return nil }
    var parts: [(Manifest.Key, SwiftExpression)] = []
    var changed: [SourceNode?] = []
    for rule in rules {
      for path in rule["http"]?["paths"]?.items ?? [] {
        let backend = path["backend"]?["service"]
        let port = backend?["port"]?["number"] ?? backend?["port"]?["name"]
        guard let name = backend?["name"]?.text, let target = resolve(name, port) else { return nil }
        parts.append((target.workload, part(rule, path, port: target.port, spec)))
        if target.port != port?.integer { changed.append(port) }
        if name != target.workload.name { changed.append(backend?["name"]) }
      }
    }
    guard !parts.isEmpty else { return nil }
    for node in changed { manifest.ledger.change(node, "the service's own name, and the port of its container") }
    takeTLS(of: rules)
    take(parts.map(\.0))
    for key in Set(parts.map(\.0)).sorted(by: { $0.name < $1.name }) where told[key] == nil {
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
    call.add("tlsSecret", tls(of: rule)?["secretName"]?.text)
    return .call(call)
  }

  private func tls(of rule: SourceNode) -> SourceNode? {
    (manifest.spec?["tls"]?.items ?? []).first { entry in
      entry["hosts"]?.items.contains { $0.text == rule["host"]?.text } ?? true
    }
  }

  /// A certificate is the one of a rule's host; others are for hosts that have no rule.
  private func takeTLS(of rules: [SourceNode]) {
    let taken = rules.compactMap { rule in tls(of: rule).map { (entry: $0, host: rule["host"]?.text) } }
    for entry in manifest.spec?["tls"]?.items ?? [] {
      let uses = taken.filter { $0.entry.leaves == entry.leaves }
      for host in entry["hosts"]?.items ?? []
      where entry["secretName"] == nil || !uses.contains(where: { $0.host == host.text }) {
        manifest.ledger.drop(host, "no rule of the Ingress has this host, or there is no certificate")
      }
      if uses.isEmpty { manifest.ledger.takeRest(of: entry, .dropped("no rule of the Ingress has its hosts")) }
    }
    let annotation = manifest.node["metadata"]?["annotations"]?["kubernetes.io/ingress.class"]
    let isIdle = manifest.spec?["ingressClassName"] != nil
    if let annotation {
      manifest.ledger.takeRest(
        of: annotation, isIdle ? .dropped("ingressClassName says it") : .changed("the class of the Ingress"))
    }
  }

  /// Whether a workload that it leads to has an Ingress with other annotations already: they would stand in both.
  private var isToldDifferently: Bool {
    let services = (manifest.spec?["rules"]?.items ?? []).flatMap { $0["http"]?["paths"]?.items ?? [] }
      .compactMap { $0["backend"]?["service"] }
    return services.contains { service in
      let port = service["port"]?["number"] ?? service["port"]?["name"]
      guard let name = service["name"]?.text, let workload = resolve(name, port)?.workload,
        let others = told[workload]
      else { return false }
      return others != annotations
    }
  }

  var annotations: [SwiftExpression] {
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
