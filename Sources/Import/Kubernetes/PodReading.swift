import SourceDocuments

/// Reads what a pod says beside its containers and volumes.
struct PodReading {
  private let manifest: Manifest
  private let ledger: Ledger
  private let spec: SourceNode?

  init(_ manifest: Manifest) {
    self.manifest = manifest
    self.ledger = manifest.ledger
    self.spec = manifest.podTemplate?["spec"]
  }

  /// The parts of the service.
  func parts() -> [SwiftExpression] {
    var parts = [pod].compactMap { $0 }
    for pair in ledger.pairs(spec?["nodeSelector"]) {
      parts.append(.call(SwiftCall("NodeSelector", [.init(.text(pair.key)), .init(.text(pair.value))])))
    }
    parts += nodeAffinities(spec?["affinity"]?["nodeAffinity"])
    parts += podAffinities(spec?["affinity"]?["podAffinity"], "together")
    parts += podAffinities(spec?["affinity"]?["podAntiAffinity"], "apart")
    parts += (spec?["topologySpreadConstraints"]?.items ?? []).map(spread)
    parts += (spec?["tolerations"]?.items ?? []).map(toleration)
    for alias in spec?["hostAliases"]?.items ?? [] {
      guard let address = ledger.text(alias["ip"]) else { continue }
      let names = ledger.texts(alias["hostnames"])
      parts.append(.call(SwiftCall("HostAlias", [.init(.text(address))] + names.map { .init(.text($0)) })))
    }
    if let dns = dns(spec?["dnsConfig"]) { parts.append(dns) }
    for secret in spec?["imagePullSecrets"]?.items ?? [] {
      if let name = ledger.text(secret["name"]) {
        parts.append(.call(SwiftCall("RegistryCredential", [.init(.text(name))])))
      }
    }
    settleDefaults()
    return parts
  }

  private var pod: SwiftExpression? {
    var call = SwiftCall("Pod", at: spec?.place)
    call.add("hostNetwork", isTrue: ledger.bool(spec?["hostNetwork"]))
    call.add("hostPID", isTrue: ledger.bool(spec?["hostPID"]))
    call.add("hostIPC", isTrue: ledger.bool(spec?["hostIPC"]))
    call.add("sharesProcesses", isTrue: ledger.bool(spec?["shareProcessNamespace"]))
    let grace = ledger.integer(spec?["terminationGracePeriodSeconds"])
    if grace != 30 { call.add("stopGrace", grace.map { .interval(seconds: $0) }) }
    call.add("hostname", ledger.text(spec?["hostname"]))
    call.add("subdomain", ledger.text(spec?["subdomain"]))
    let policies = [
      "ClusterFirstWithHostNet": "clusterFirstWithHostNet", "Default": "nodeDefault", "None": "none",
    ]
    call.add("dnsPolicy", ledger.text(spec?["dnsPolicy"]).flatMap { policies[$0] }.map { .member($0) })
    let account = ledger.text(spec?["serviceAccountName"]) ?? spec?["serviceAccount"]?.text
    ledger.carry(spec?["serviceAccount"])
    call.add("serviceAccount", account == "default" ? nil : account)
    let mounts = ledger.bool(spec?["automountServiceAccountToken"])
    call.add("mountsServiceAccountToken", isTrue: mounts ?? (account != nil && account != "default"))
    call.add("priorityClass", ledger.text(spec?["priorityClassName"]))
    call.add("runtimeClass", ledger.text(spec?["runtimeClassName"]))
    let security = spec?["securityContext"]
    call.add("fsGroup", ledger.integer(security?["fsGroup"]))
    let groups = (security?["supplementalGroups"]?.items ?? []).compactMap { ledger.integer($0) }
    if !groups.isEmpty { call.add("supplementalGroups", .list(groups.map { .integer($0) })) }
    let sysctls = (security?["sysctls"]?.items ?? []).compactMap { entry -> SwiftExpression.Pair? in
      guard let name = ledger.text(entry["name"]), let value = ledger.text(entry["value"]) else { return nil }
      return .init(name, .text(value))
    }
    if !sysctls.isEmpty { call.add("sysctls", .dictionary(sysctls)) }
    return call.arguments.isEmpty ? nil : .call(call)
  }

  /// What manifests state although it is what Kubernetes does anyway.
  private func settleDefaults() {
    let restart = spec?["restartPolicy"]
    if ["Job", "CronJob"].contains(manifest.kind) || restart?.text == "Always" { ledger.carry(restart) }
    if spec?["schedulerName"]?.text == "default-scheduler" { ledger.carry(spec?["schedulerName"]) }
    if let security = spec?["securityContext"], security.isNull || security.entries.isEmpty { ledger.carry(security) }
    for container in (spec?["containers"]?.items ?? []) + (spec?["initContainers"]?.items ?? []) {
      if container["terminationMessagePath"]?.text == "/dev/termination-log" {
        ledger.carry(container["terminationMessagePath"])
      }
      if container["terminationMessagePolicy"]?.text == "File" { ledger.carry(container["terminationMessagePolicy"]) }
      if let resources = container["resources"], resources.entries.isEmpty { ledger.carry(resources) }
    }
  }

  // MARK: Where pods run

  private func nodeAffinities(_ node: SourceNode?) -> [SwiftExpression] {
    var parts: [SwiftExpression] = []
    let required = node?["requiredDuringSchedulingIgnoredDuringExecution"]?["nodeSelectorTerms"]?.items ?? []
    // Terms are alternatives; Rackbook's words all hold together.
    if required.count == 1 {
      for expression in required[0]["matchExpressions"]?.items ?? [] {
        if let part = nodeAffinity(expression, weight: nil) { parts.append(part) }
      }
    }
    for preferred in node?["preferredDuringSchedulingIgnoredDuringExecution"]?.items ?? [] {
      let expressions = preferred["preference"]?["matchExpressions"]?.items ?? []
      guard expressions.count == 1, let weight = preferred["weight"]?.integer,
        let part = nodeAffinity(expressions[0], weight: weight)
      else { continue }
      ledger.carry(preferred["weight"])
      parts.append(part)
    }
    return parts
  }

  private func nodeAffinity(_ expression: SourceNode, weight: Int?) -> SwiftExpression? {
    let members = [
      "In": "isIn", "NotIn": "isNotIn", "Exists": "exists", "DoesNotExist": "doesNotExist", "Gt": "isGreater",
      "Lt": "isLess",
    ]
    guard let key = expression["key"]?.text, let member = members[expression["operator"]?.text ?? ""] else {
      return nil
    }
    ledger.carry(expression["key"])
    ledger.carry(expression["operator"])
    var call = SwiftCall("NodeAffinity", [.init(.text(key)), .init(.member(member))])
    let values = ledger.texts(expression["values"])
    if !values.isEmpty { call.arguments.append(.init(.texts(values))) }
    if let weight {
      call.add("isRequired", .boolean(false))
      call.add("weight", weight)
    }
    return .call(call)
  }

  private func podAffinities(_ node: SourceNode?, _ placement: String) -> [SwiftExpression] {
    let required = (node?["requiredDuringSchedulingIgnoredDuringExecution"]?.items ?? []).compactMap {
      podAffinity($0, placement, weight: nil)
    }
    let preferred = (node?["preferredDuringSchedulingIgnoredDuringExecution"]?.items ?? []).compactMap { entry in
      entry["podAffinityTerm"].flatMap { podAffinity($0, placement, weight: entry["weight"]) }
    }
    return required + preferred
  }

  private func podAffinity(_ term: SourceNode, _ placement: String, weight: SourceNode?) -> SwiftExpression? {
    guard term["labelSelector"]?["matchExpressions"] == nil, let labels = term["labelSelector"]?["matchLabels"] else {
      return nil
    }
    let pairs = ledger.pairs(labels).map { SwiftExpression.Pair($0.key, .text($0.value)) }
    var call = SwiftCall("PodAffinity", [.init(.member(placement)), .init("labels", .dictionary(pairs))])
    call.add("over", ledger.text(term["topologyKey"]))
    if let weight { call.add("weight", ledger.integer(weight)) } else { call.add("isRequired", .boolean(true)) }
    return .call(call)
  }

  private func spread(_ node: SourceNode) -> SwiftExpression {
    var call = SwiftCall("TopologySpread", at: node.place)
    call.add("over", ledger.text(node["topologyKey"]))
    call.add("maxSkew", ledger.integer(node["maxSkew"]))
    call.add("isRequired", isTrue: node["whenUnsatisfiable"].map { $0.text == "DoNotSchedule" })
    ledger.carry(node["whenUnsatisfiable"])
    ledger.change(node["labelSelector"], "Rackbook selects pods by labels of its own")
    return .call(call)
  }

  private func toleration(_ node: SourceNode) -> SwiftExpression {
    var call = SwiftCall("Toleration", at: node.place)
    if let key = ledger.text(node["key"]) { call.arguments.append(.init(.text(key))) }
    call.add("value", ledger.text(node["value"]))
    ledger.carry(node["operator"])
    let effects = ["NoSchedule": "noSchedule", "PreferNoSchedule": "preferNoSchedule", "NoExecute": "noExecute"]
    call.add("effect", ledger.text(node["effect"]).flatMap { effects[$0] }.map { .member($0) })
    call.add("for", ledger.integer(node["tolerationSeconds"]).map { .interval(seconds: $0) })
    return .call(call)
  }

  private func dns(_ node: SourceNode?) -> SwiftExpression? {
    guard let node else { return nil }
    var call = SwiftCall("DNSConfig", at: node.place)
    for (key, label) in [("nameservers", "servers"), ("searches", "searches")] {
      let texts = ledger.texts(node[key])
      if !texts.isEmpty { call.add(label, .texts(texts)) }
    }
    let options = (node["options"]?.items ?? []).compactMap { option -> SwiftExpression.Pair? in
      guard let name = ledger.text(option["name"]) else { return nil }
      return .init(name, ledger.text(option["value"]).map { .text($0) } ?? .existing("nil"))
    }
    if !options.isEmpty { call.add("options", .dictionary(options)) }
    return .call(call)
  }
}
