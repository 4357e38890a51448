import ComposeFile
import Diagnostics

extension PodConversion {
  /// What a service says about its pod rather than about its container.
  func convertPod(_ name: String) {
    guard let service = service(name) else { return }
    convertNamespaces(service, name)
    if let hostname = service["hostname"] { convertHostname(hostname) }
    if let sysctls = service["sysctls"], !sysctls.entries.isEmpty {
      sysctls.carry()
      set("sysctls", .dictionary(sysctls.entries.map { .init($0.key, text.plain($0.value.text ?? "")) }))
    }
    if let grace = service["stop_grace_period"] {
      grace.carry()
      set("stopGrace", HealthConversion.interval(grace.text.flatMap(ComposeDuration.init)?.wholeSeconds ?? 10))
    }
    if let runtime = service["runtime"] { convertRuntime(runtime) }
    if let platform = service["platform"] { convertPlatform(platform) }
    if let start = service["init"] {
      start.drop("the image's own first process looks after its children, or its processes are shared")
    }
    convertGroups(service)
    convertNames(service)
    convertDNS(service)
    convertLabels(service)
  }

  private func convertNamespaces(_ service: ComposeCursor, _ name: String) {
    if let mode = service["network_mode"] {
      switch mode.text ?? "" {
      case "host":
        mode.carry()
        set("hostNetwork", .boolean(true))
        set("dnsPolicy", .member("clusterFirstWithHostNet"))
        conversion.log.add(
          ComposeImportRules.hostPath.diagnostic(at: mode.place, "'\(name)' uses the network of its machine"))
      case "bridge", "default": mode.change("the network of the cluster")
      case "none": mode.change("nothing is let out; the pod still has an address")
      case let other where other.hasPrefix("service:"): mode.change("a container of the same pod")
      default: mode.drop("a container or network outside the project")
      }
    }
    for (key, label) in [("pid", "hostPID"), ("ipc", "hostIPC")] {
      guard let value = service[key] else { continue }
      if value.text == "host" {
        value.carry()
        set(label, .boolean(true))
        conversion.log.add(
          ComposeImportRules.hostPath.diagnostic(at: value.place, "'\(name)' sees the \(key) of its machine"))
      } else {
        value.drop("only containers of one pod share it")
      }
    }
  }

  private func convertHostname(_ hostname: ComposeCursor) {
    let name = hostname.text ?? ""
    guard ComposeNames.isLabel(name), pod.allSatisfy({ $0.0 != "hostname" }) else {
      return hostname.drop("a pod has one host name, of letters, digits and hyphens")
    }
    hostname.carry()
    set("hostname", .text(name))
  }

  private func convertRuntime(_ runtime: ComposeCursor) {
    guard let name = runtime.text, ComposeNames.isLabel(name), name != "runc" else {
      return runtime.drop("the runtime is the cluster's")
    }
    runtime.change("the runtime class '\(name)', which the cluster must have")
    set("runtimeClass", .text(name))
  }

  private func convertPlatform(_ platform: ComposeCursor) {
    let parts = (platform.text ?? "").split(separator: "/").map(String.init)
    guard parts.count >= 2, parts[0] == "linux", !Placeholder.isPresent(in: parts[1]) else {
      return platform.drop("machines are chosen by system and architecture")
    }
    platform.carry()
    let architecture = ["x86_64": "amd64", "aarch64": "arm64"][parts[1]] ?? parts[1]
    addOnce("NodeSelector", [.init(.text("kubernetes.io/arch")), .init(.text(architecture))])
  }

  func addOnce(_ word: String, _ arguments: [SwiftCall.Argument]) {
    let part = SwiftExpression.call(SwiftCall(word, arguments))
    if !parts.contains(part) { parts.append(part) }
  }

  private func convertGroups(_ service: ComposeCursor) {
    var groups: [SwiftExpression] = []
    for group in service["group_add"]?.items ?? [] {
      if let number = group.integer, number >= 0 {
        groups.append(.integer(number))
        group.carry()
      } else {
        group.drop("Kubernetes takes numbers; the number of a group's name is not known here")
      }
    }
    if !groups.isEmpty { set("supplementalGroups", .list(groups)) }
  }

  /// Further names under which others find the service.
  private func convertNames(_ service: ComposeCursor) {
    func alias(_ value: ComposeCursor) {
      guard let name = value.text, ComposeNames.isLabel(name) else {
        return value.drop("Kubernetes takes no such name")
      }
      if conversion.labels.values.contains(name) { return value.carry() }
      value.change("a further name of the service")
      if conversion.takenAliases.insert(name).inserted { addOnce("Alias", [.init(.text(name))]) }
    }
    if let container = service["container_name"] { alias(container) }
    for (network, attachment) in service["networks"]?.entries ?? [] {
      for item in attachment["aliases"]?.items ?? [] { alias(item) }
      attachment.dropRest(
        attachment.node.isNull
          ? "network '\(network)' becomes network policies between the services that name each other"
          : "addresses and interfaces are the cluster's")
    }
    for link in service["links"]?.items ?? [] { link.change("the service is needed") }
  }

  private func convertDNS(_ service: ComposeCursor) {
    var arguments: [SwiftCall.Argument] = []
    for (key, label, most) in [("dns", "servers", 3), ("dns_search", "searches", 32)] {
      var values: [SwiftExpression] = []
      for item in service[key]?.items ?? [] {
        guard values.count < most, let text = item.text, !Placeholder.isPresent(in: text) else {
          item.drop("Kubernetes takes \(most)")
          continue
        }
        item.carry()
        values.append(.text(text))
      }
      if !values.isEmpty { arguments.append(.init(label, .list(values))) }
    }
    var options: [SwiftExpression.Pair] = []
    for item in service["dns_opt"]?.items ?? [] {
      let pair = (item.text ?? "").split(separator: ":", maxSplits: 1).map(String.init)
      item.carry()
      options.append(.init(pair.first ?? "", pair.count > 1 ? .text(pair[1]) : .existing("nil")))
    }
    if !options.isEmpty { arguments.append(.init("options", .dictionary(options))) }
    if !arguments.isEmpty { addOnce("DNSConfig", arguments) }
    for (host, addresses) in service["extra_hosts"]?.entries ?? [] {
      for address in addresses.items {
        guard let text = address.text, text.allSatisfy({ $0.isHexDigit || ".:".contains($0) }) else {
          address.drop("the address of the machine is not known to a pod")
          continue
        }
        address.carry()
        addOnce("HostAlias", [.init(.text(text)), .init(.text(host))])
      }
    }
  }

  /// Labels are read by tools that ask Docker; as annotations they are kept where a person finds them.
  private func convertLabels(_ service: ComposeCursor) {
    let sources = [service["labels"], service["deploy"]?["labels"], service["annotations"]]
    for (key, value) in sources.flatMap({ $0?.entries ?? [] }) {
      let written = value.text ?? ""
      if SecretDetection.isSecret(name: key, value: written) {
        value.drop("it looks like a secret")
      } else if !Self.isAnnotation(key) {
        value.drop("Kubernetes takes no annotation of this name")
      } else {
        value.change("an annotation; what reads labels of Docker does not read it")
        let part = SwiftExpression.call(SwiftCall("Annotation", [.init(.text(key)), .init(text.plain(written))]))
        if annotations.insert(key).inserted { parts.append(part) }
      }
    }
  }

  private static func isAnnotation(_ key: String) -> Bool {
    let parts = key.split(separator: "/", omittingEmptySubsequences: false)
    guard let name = parts.last, parts.count <= 2, !name.isEmpty, name.utf8.count <= 63 else { return false }
    if parts.count == 2, parts[0].isEmpty || parts[0].contains("_") || parts[0] != parts[0].lowercased() {
      return false
    }
    let isPlain = { (character: Character) in character.isASCII && (character.isLetter || character.isNumber) }
    return name.allSatisfy { isPlain($0) || "-_.".contains($0) } && isPlain(name.first ?? "-")
      && isPlain(name.last ?? "-")
      && (parts.count == 1 || parts[0].allSatisfy { isPlain($0) || "-.".contains($0) })
  }
}
