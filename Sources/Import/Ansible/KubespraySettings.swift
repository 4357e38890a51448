import Diagnostics
import Documents
import Systems

/// What the variables of a kubespray inventory say about its cluster.
struct KubespraySettings {
  private let variables: [String: InventoryVariable]
  private let etcd: [String: InventoryVariable]
  private let folders: [InventoryVariable]

  /// Takes the variables of a control plane, those of a member of etcd, and all that files of variables hold.
  init(
    variables: [String: InventoryVariable], files: [InventoryVariable], etcd: [String: InventoryVariable]?
  ) {
    self.variables = variables
    self.etcd = etcd ?? [:]
    self.folders = files.filter { $0.origin == .folder && $0.place.file.contains("group_vars/") }
  }

  /// A variable, which is carried by being asked for; nil where it is a template or a secret.
  func take(_ name: String) -> InventoryVariable? {
    guard let variable = variables[name] ?? etcd[name], isPlain(variable) else { return nil }
    variable.settle(.carried)
    return variable
  }

  /// The arguments of `KubesprayCluster` behind its versions.
  var arguments: [SwiftCall.Argument] {
    var arguments: [SwiftCall.Argument] = []
    if let networking { arguments.append(.init("networking", networking)) }
    if let etcdSettings { arguments.append(.init("etcd", etcdSettings)) }
    if let security { arguments.append(.init("security", security)) }
    if let addons { arguments.append(.init("addons", addons)) }
    if let names { arguments.append(.init("serverNames", names)) }
    if bool("allow_unsupported_distribution_setup") == true {
      arguments.append(.init("allowsUnknownSystems", .boolean(true)))
    }
    let rest = passedOn
    if !rest.isEmpty { arguments.append(.init("variables", .list(rest))) }
    return arguments
  }

  private var networking: SwiftExpression? {
    var arguments: [SwiftCall.Argument] = []
    if let plugin = variables["kube_network_plugin"], let name = plugin.text,
      ClusterNetworking.Plugin(rawValue: name) != nil
    {
      plugin.settle(.carried)
      arguments.append(.init(.member(name)))
    }
    arguments += texts([("kube_pods_subnet", "pods"), ("kube_service_addresses", "services")])
    arguments += numbers([("kube_network_node_prefix", "nodePrefix"), ("kubelet_max_pods", "podsPerNode")])
    if let proxy = variables["kube_proxy_mode"], let name = proxy.text, ClusterNetworking.Proxy(rawValue: name) != nil {
      proxy.settle(.carried)
      arguments.append(.init("proxy", .member(name)))
    }
    return arguments.isEmpty ? nil : .call(SwiftCall("ClusterNetworking", arguments))
  }

  private var etcdSettings: SwiftExpression? {
    let arguments =
      texts([("etcd_data_dir", "dataDirectory")])
      + numbers([
        ("etcd_heartbeat_interval", "heartbeatMilliseconds"), ("etcd_election_timeout", "electionTimeoutMilliseconds"),
        ("etcd_backup_retention_count", "keptBackups"),
      ])
    return arguments.isEmpty ? nil : .call(SwiftCall("EtcdSettings", arguments))
  }

  private var security: SwiftExpression? {
    var arguments: [SwiftCall.Argument] = []
    for (name, label) in [("kube_encrypt_secret_data", "encryptsSecrets"), ("kubernetes_audit", "keepsAuditLog")] {
      if let value = bool(name) { arguments.append(.init(label, .boolean(value))) }
    }
    return arguments.isEmpty ? nil : .call(SwiftCall("ClusterSecurity", arguments))
  }

  private var addons: SwiftExpression? {
    var names: [SwiftExpression] = []
    var isStated = false
    for (name, addon) in [
      ("metrics_server_enabled", "metricsServer"), ("gateway_api_enabled", "gatewayAPI"),
      ("node_feature_discovery_enabled", "nodeFeatureDiscovery"),
    ] {
      guard let value = bool(name) else { continue }
      isStated = true
      if value { names.append(.member(addon)) }
    }
    return isStated ? .list(names) : nil
  }

  private var names: SwiftExpression? {
    guard let variable = variables["supplementary_addresses_in_ssl_keys"],
      case .sequence(let items) = variable.value.content
    else { return nil }
    let texts = items.compactMap { item -> SwiftExpression? in
      if case .string(let text) = item.content { .text(text) } else { nil }
    }
    variable.settle(.carried)
    return .list(texts)
  }

  /// Variables of `group_vars` that Rackbook has no word for; kubespray gets them as they are.
  private var passedOn: [SwiftExpression] {
    var seen: Set<String> = []
    return folders.compactMap { variable in
      guard variable.fate == nil, !variable.isEncrypted, !SecretNames.contains(variable.name) else { return nil }
      if KubesprayVariable.isSetByRackbook(variable.name) {
        variable.settle(.changed("Rackbook sets '\(variable.name)' itself, from the words of the lab"))
        return nil
      }
      guard let value = literal(variable.value) else {
        variable.settle(.dropped("it holds nothing, or a number that is not whole"))
        return nil
      }
      guard variables[variable.name] === variable || variables[variable.name] == nil,
        seen.insert(variable.name).inserted
      else {
        variable.settle(.dropped("another value of the same variable wins"))
        return nil
      }
      variable.settle(.carried)
      return .call(SwiftCall("KubesprayVariable", [.init(.text(variable.name)), .init(value)]))
    }
  }

  private func literal(_ node: Node) -> SwiftExpression? {
    switch node.content {
    case .null, .double: return nil
    case .bool(let value): return .boolean(value)
    case .int(let value): return .integer(value)
    case .string(let text): return .text(text)
    case .sequence(let items):
      let literals = items.compactMap(literal)
      return literals.count == items.count ? .list(literals) : nil
    case .mapping(let mapping):
      let pairs = mapping.entries.compactMap { entry in
        literal(entry.value).map { SwiftExpression.Pair(entry.key, $0) }
      }
      return pairs.count == mapping.entries.count ? .dictionary(pairs) : nil
    }
  }

  private func bool(_ name: String) -> Bool? {
    guard let variable = variables[name], case .bool(let value) = variable.value.content else { return nil }
    variable.settle(.carried)
    return value
  }

  private func texts(_ names: [(String, String)]) -> [SwiftCall.Argument] {
    names.compactMap { name, label in take(name)?.text.map { .init(label, .text($0)) } }
  }

  private func numbers(_ names: [(String, String)]) -> [SwiftCall.Argument] {
    names.compactMap { name, label in
      guard let variable = variables[name] ?? etcd[name] else { return nil }
      let number: Int? =
        switch variable.value.content {
        case .int(let value): value
        case .string(let text): Int(text)
        default: nil
        }
      guard let number, number > 0 else { return nil }
      variable.settle(.carried)
      return .init(label, .integer(number))
    }
  }

  private func isPlain(_ variable: InventoryVariable) -> Bool { variable.text != nil }
}
