import SourceDocuments

/// Reads what a pod says beside its containers and volumes.
struct PodReading {
  private let manifest: Manifest
  private let ledger: Ledger
  private let spec: SourceNode?

  private let index: ManifestIndex
  private let secretPath: String

  init(_ manifest: Manifest, index: ManifestIndex, secretPath: String) {
    self.manifest = manifest
    self.index = index
    self.secretPath = secretPath
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
      guard let name = ledger.text(secret["name"]) else { continue }
      var call = SwiftCall("RegistryCredential", [.init(.text(name))])
      let key = ".dockerconfigjson"
      if index.secretKeys(name, in: manifest.namespace)?.contains(key) == true {
        call.add("from", .secret("\(secretPath)/\(manifest.namespace)/\(name)", key: key))
        index.refer(to: key, of: name, in: manifest.namespace)
      }
      parts.append(.call(call))
    }
    settleDefaults()
    return parts
  }

  private var pod: SwiftExpression? {
    var call = SwiftCall("Pod", at: spec?.place)
    let usesHostNetwork = ledger.bool(spec?["hostNetwork"]) ?? false
    call.add("hostNetwork", isTrue: usesHostNetwork)
    call.add("hostPID", isTrue: ledger.bool(spec?["hostPID"]))
    call.add("hostIPC", isTrue: ledger.bool(spec?["hostIPC"]))
    call.add("sharesProcesses", isTrue: ledger.bool(spec?["shareProcessNamespace"]))
    let grace = ledger.integer(spec?["terminationGracePeriodSeconds"])
    if grace != 30 { call.add("stopGrace", grace.map { .interval(seconds: $0) }) }
    call.add("hostname", ledger.text(spec?["hostname"]))
    call.add("subdomain", ledger.text(spec?["subdomain"]))
    let policies = [
      "ClusterFirstWithHostNet": "clusterFirstWithHostNet", "Default": "nodeDefault", "None": "configOnly",
    ]
    // With the node's network Rackbook looks names up in the cluster; Kubernetes does so only when told.
    let policy = ledger.text(spec?["dnsPolicy"]).flatMap { policies[$0] } ?? (usesHostNetwork ? "clusterFirst" : nil)
    call.add("dnsPolicy", policy.map { .member($0) })
    let account = ledger.text(spec?["serviceAccountName"]) ?? spec?["serviceAccount"]?.text
    ledger.carry(spec?["serviceAccount"])
    call.add("serviceAccount", account == "default" ? nil : account)
    call.add("mountsServiceAccountToken", isTrue: mountsToken(of: account))
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

  /// What the pod says; where it says nothing, what its account says, and of the default account nothing.
  private func mountsToken(of account: String?) -> Bool {
    if let stated = ledger.bool(spec?["automountServiceAccountToken"]) { return stated }
    guard let account, account != "default" else { return false }
    let object = index.find("ServiceAccount", account, in: manifest.namespace)
    return object?.node["automountServiceAccountToken"]?.bool ?? true
  }

  /// What manifests state although it is what Kubernetes does anyway.
  private func settleDefaults() {
    let restart = spec?["restartPolicy"]
    if ["Job", "CronJob"].contains(manifest.kind) || restart?.text == "Always" { ledger.carry(restart) }
    if spec?["schedulerName"]?.text == "default-scheduler" { ledger.carry(spec?["schedulerName"]) }
    if spec?["enableServiceLinks"]?.bool == false { ledger.carry(spec?["enableServiceLinks"]) }
    let groupChange = spec?["securityContext"]?["fsGroupChangePolicy"]
    if groupChange?.text == "OnRootMismatch", spec?["securityContext"]?["fsGroup"] != nil { ledger.carry(groupChange) }
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
    guard let stated = selected(labels) else { return nil }
    let pairs = stated.map { SwiftExpression.Pair($0.key, .text($0.value)) }
    var call = SwiftCall("PodAffinity", [.init(.member(placement)), .init("labels", .dictionary(pairs))])
    call.add("over", ledger.text(term["topologyKey"]))
    if let weight { call.add("weight", ledger.integer(weight)) } else { call.add("isRequired", .boolean(true)) }
    return .call(call)
  }

  /// The labels that a term selects pods by.
  ///
  /// Those that Rackbook writes itself are other ones in the lab: where they
  /// select the workload's own pods they become its name, elsewhere nobody knows what they select.
  private func selected(_ labels: SourceNode) -> [(key: String, value: String)]? {
    let own = Manifest.ownLabels.filter { labels[$0] != nil }
    guard !own.isEmpty else { return ledger.pairs(labels) }
    let podLabels = manifest.podLabels
    guard labels.entries.allSatisfy({ podLabels[$0.key] == $0.value.text }) else { return nil }
    manifest.changeOwnLabels(labels)
    return [(key: Manifest.ownLabels[0], value: manifest.name)] + ledger.pairs(labels.withoutKeys(Manifest.ownLabels))
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
    let exists = node["operator"]?.text == "Exists"
    // Without an operator a toleration is of one value, the empty one among them.
    call.add("value", ledger.text(node["value"]) ?? (exists ? nil : ""))
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
