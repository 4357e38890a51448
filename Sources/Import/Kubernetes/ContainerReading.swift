import Diagnostics
import LabModel
import SourceDocuments

/// Reads one container of a pod into a `Container` or an `InitContainer`.
struct ContainerReading {
  let node: SourceNode
  let workload: Manifest
  let index: ManifestIndex
  let secretPath: String
  /// The security context of the pod, which holds where the container has none of its own.
  let podSecurity: SourceNode?
  /// Ports that a Service of Kubernetes sends traffic to, and the container does not list.
  var morePorts: [Port] = []
  /// Volumes by name.
  let volumes: [String: SourceNode]
  private(set) var plainSecrets: [SourceLocation] = []
  /// Mounts of volumes that are things of their own, in order.
  private(set) var mounts: [VolumeMount] = []
  private(set) var published: [SwiftExpression] = []
  private(set) var parts: [SwiftExpression] = []
  /// Names of files that the pod's containers have already: one ConfigMap holds them all.
  var fileNames: Set<String> = []
  /// Volumes whose files it has one by one.
  private(set) var volumesOfFiles: Set<String> = []

  init(
    _ node: SourceNode, of workload: Manifest, index: ManifestIndex, secretPath: String, podSecurity: SourceNode?,
    volumes: [String: SourceNode]
  ) {
    self.node = node
    self.workload = workload
    self.index = index
    self.secretPath = secretPath
    self.podSecurity = podSecurity
    self.volumes = volumes
  }

  private var ledger: Ledger { workload.ledger }

  /// The container's image; empty where none is stated.
  var image: String { node["image"]?.text ?? "" }

  /// Reads everything but mounts of volumes, which the caller places.
  mutating func read() -> SwiftCall {
    let isInit = node.path.contains("initContainers[")
    var call = SwiftCall(
      isInit ? "InitContainer" : "Container", [.init(.text(ledger.text(node["image"]) ?? ""))], at: node.place)
    let name = ledger.text(node["name"])
    if isInit { call.add("name", name ?? "init") }
    let ports = readPorts()
    if let first = ports.first, first.transport == .tcp { call.add("port", first.number) }
    let rest = ports.first?.transport == .tcp ? ports.dropFirst() : ports[...]
    if !isInit, !rest.isEmpty {
      call.add("ports", .list(rest.map { .call(SwiftCall(".\($0.transport.rawValue)", [.init(.integer($0.number))])) }))
    }
    if !isInit { call.add("name", name) }
    call.add("command", list(node["command"]))
    call.add("arguments", list(node["args"]))
    call.add("workingDirectory", ledger.text(node["workingDir"]))
    if let policy = node["imagePullPolicy"], let member = Self.pullPolicies[policy.text ?? ""] {
      ledger.carry(policy)
      call.add("pullPolicy", .member(member))
    }
    if isInit {
      call.add("isSidecar", isTrue: node["restartPolicy"].map { $0.text == "Always" })
      ledger.carry(node["restartPolicy"])
    } else {
      call.add("stopSignal", ledger.text(node["lifecycle"]?["stopSignal"]))
      call.add("keepsInputOpen", isTrue: ledger.bool(node["stdin"]))
      call.add("hasTerminal", isTrue: ledger.bool(node["tty"]))
    }
    readEnvironment()
    readMounts()
    for purpose in ["startup", "readiness", "liveness"] { readProbe(purpose) }
    for moment in ["postStart", "preStop"] { readHook(moment) }
    if let resources = ResourceReading(ledger).read(node["resources"]) { parts.append(resources) }
    if let security = SecurityReading(ledger).read(node["securityContext"], pod: podSecurity) { parts.append(security) }
    call.parts = parts.isEmpty ? nil : parts
    return call
  }

  static let pullPolicies = ["Always": "always", "IfNotPresent": "ifNotPresent", "Never": "never"]

  private func list(_ node: SourceNode?) -> SwiftExpression? {
    let texts = ledger.texts(node)
    return texts.isEmpty ? nil : .texts(texts)
  }

  // MARK: Ports

  /// The number of a port that is stated by number or by name.
  func port(_ stated: SourceNode?) -> Int? {
    guard let stated else { return nil }
    if let number = stated.integer { return number }
    return node["ports"]?.items.first { $0["name"]?.text == stated.text }?["containerPort"]?.integer
  }

  private mutating func readPorts() -> [Port] {
    var ports: [Port] = []
    for port in node["ports"]?.items ?? [] {
      guard let number = port["containerPort"]?.integer else { continue }
      let isUDP = port["protocol"]?.text == "UDP"
      guard isUDP || port["protocol"].map({ $0.text == "TCP" }) ?? true else {
        ledger.takeRest(of: port, .dropped("ports are TCP or UDP"))
        continue
      }
      let read: Port = isUDP ? .udp(number) : .tcp(number)
      if node.path.contains("initContainers["), !ports.isEmpty || isUDP {
        ledger.takeRest(of: port, .dropped("a container that runs first has one TCP port"))
        continue
      }
      ledger.carry(port["containerPort"])
      ledger.carry(port["protocol"])
      ledger.change(port["name"], "Rackbook names ports after their numbers")
      if !ports.contains(read) { ports.append(read) }
      if let hostPort = ledger.integer(port["hostPort"]) {
        var call = SwiftCall("Publish", [.init(.integer(hostPort)), .init("to", .integer(number))], at: port.place)
        if isUDP { call.add("transport", .member("udp")) }
        call.add("as", .member("hostPort"))
        call.add("hostAddress", ledger.text(port["hostIP"]))
        published.append(.call(call))
      }
    }
    return ports + morePorts.filter { !ports.contains($0) }
  }

  // MARK: Environment

  private mutating func readEnvironment() {
    var own = Set((node["env"]?.items ?? []).compactMap { $0["name"]?.text })
    // Of several sources the last one wins.
    var wholes: [[SwiftExpression]] = []
    for source in (node["envFrom"]?.items ?? []).reversed() { wholes.append(wholeSource(source, besides: &own)) }
    parts += wholes.reversed().flatMap { $0 }
    for variable in node["env"]?.items ?? [] {
      guard let name = variable["name"]?.text, let value = value(of: variable, called: name) else { continue }
      ledger.carry(variable["name"])
      parts.append(.call(SwiftCall("Environment", [.init(.text(name)), value], at: variable.place)))
    }
  }

  private func wholeSource(_ source: SourceNode, besides known: inout Set<String>) -> [SwiftExpression] {
    var parts: [SwiftExpression] = []
    let prefix = source["prefix"]?.text ?? ""
    let namespace = workload.namespace
    if let name = source["configMapRef"]?["name"]?.text, let config = index.config(name, in: namespace) {
      for entry in config {
        guard known.insert(prefix + entry.key).inserted else { continue }
        index.refer(to: entry.key, of: name, kind: "ConfigMap", in: namespace)
        if SecretNames.contains(entry.key, value: entry.value) {
          parts.append(secret(prefix + entry.key, secretPath + "/\(namespace)/\(name)", entry.key))
        } else {
          parts.append(.call(SwiftCall("Environment", [.init(.text(prefix + entry.key)), .init(.text(entry.value))])))
        }
      }
      ledger.takeRest(of: source, .changed("its keys are variables, one by one"))
    } else if let name = source["secretRef"]?["name"]?.text, let keys = index.secretKeys(name, in: namespace) {
      for key in keys {
        guard known.insert(prefix + key).inserted else { continue }
        index.refer(to: key, of: name, in: namespace)
        parts.append(secret(prefix + key, secretPath + "/\(namespace)/\(name)", key))
      }
      ledger.takeRest(of: source, .changed("its keys are variables, one by one, with references"))
    } else {
      ledger.takeRest(of: source, .dropped("the object with the variables is not among the files"))
    }
    return parts
  }

  private func secret(_ name: String, _ path: String, _ key: String) -> SwiftExpression {
    .call(SwiftCall("Environment", [.init(.text(name)), .init("from", .secret(path, key: key))]))
  }

  private mutating func value(of variable: SourceNode, called name: String) -> SwiftCall.Argument? {
    let namespace = workload.namespace
    let from = variable["valueFrom"]
    if let secret = from?["secretKeyRef"], let object = secret["name"]?.text, let key = secret["key"]?.text {
      ledger.change(secret, "a reference to \(secretPath)/\(namespace)/\(object)")
      index.refer(to: key, of: object, in: namespace)
      return .init("from", .secret("\(secretPath)/\(namespace)/\(object)", key: key))
    }
    if let config = from?["configMapKeyRef"], let object = config["name"]?.text, let key = config["key"]?.text {
      guard let text = index.config(object, in: namespace)?.first(where: { $0.key == key })?.value else {
        ledger.takeRest(of: variable, .dropped("ConfigMap '\(object)' with its value is not among the files"))
        return nil
      }
      index.refer(to: key, of: object, kind: "ConfigMap", in: namespace)
      if SecretNames.contains(name, value: text) || SecretNames.contains(key, value: text) {
        ledger.change(config, "a secret; its value is not read, and a reference stands for it")
        return .init("from", .secret("\(secretPath)/\(namespace)/\(object)", key: key))
      }
      ledger.change(config, "its value stands in the variable")
      return .init(.text(text))
    }
    if let field = ledger.text(from?["fieldRef"]?["fieldPath"]) {
      ledger.carry(from?["fieldRef"]?["apiVersion"])
      return .init("field", .text(field))
    }
    if let resource = ledger.text(from?["resourceFieldRef"]?["resource"]) { return .init("resource", .text(resource)) }
    guard from == nil else { return nil }
    let text = variable["value"]?.text ?? ""
    if SecretNames.contains(name, value: text) {
      plainSecrets.append(variable.place)
      ledger.change(variable["value"], "a secret; its value is not read, and a reference stands for it")
      return .init("from", .secret("\(secretPath)/\(namespace)/\(workload.name)", key: name))
    }
    ledger.carry(variable["value"])
    return .init(.text(text))
  }

  // MARK: Mounts

  private mutating func readMounts() {
    for mount in node["volumeMounts"]?.items ?? [] {
      guard let name = mount["name"]?.text, let path = mount["mountPath"]?.text, let volume = volumes[name] else {
        continue
      }
      if volume["configMap"] != nil || volume["secret"] != nil {
        readFiles(of: volume, at: path, mount)
      } else if VolumeReading.hasWord(volume) {
        ledger.carry(mount["name"])
        ledger.carry(mount["mountPath"])
        let propagation = mount["mountPropagation"].flatMap { Self.propagations[$0.text ?? ""] }
        if propagation != nil { ledger.carry(mount["mountPropagation"]) }
        mounts.append(
          VolumeMount(
            volume: name, path: path, subPath: ledger.text(mount["subPath"]),
            isReadOnly: ledger.bool(mount["readOnly"]) ?? false, propagation: propagation, place: mount.place))
      }
    }
    for device in node["volumeDevices"]?.items ?? [] {
      ledger.takeRest(of: device, .dropped("Rackbook has no word for volumes that are block devices"))
    }
  }

  private static let propagations = ["HostToContainer": "hostToContainer", "Bidirectional": "bidirectional"]

  private mutating func readFiles(of volume: SourceNode, at path: String, _ mount: SourceNode) {
    let isSecret = volume["secret"] != nil
    let source = volume["secret"] ?? volume["configMap"]
    let object = source?["secretName"]?.text ?? source?["name"]?.text ?? ""
    let config = isSecret ? nil : index.config(object, in: workload.namespace)
    let items = (source?["items"]?.items ?? []).compactMap { item in
      item["key"]?.text.map { (key: $0, path: item["path"]?.text ?? $0, mode: item["mode"]?.integer) }
    }
    let keys = isSecret ? index.secretKeys(object, in: workload.namespace) : config?.map(\.key)
    let all = items.isEmpty ? (keys ?? []).map { (key: $0, path: $0, mode: Int?.none) } : items
    let subPath = mount["subPath"]?.text
    let wanted = all.filter { subPath == nil || $0.path == subPath }
    let values = Dictionary((config ?? []).map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
    guard !wanted.isEmpty, isSecret || wanted.allSatisfy({ values[$0.key] != nil }) else {
      ledger.takeRest(of: mount, .dropped("'\(object)' with its files is not among the imported ones, or is empty"))
      return
    }
    let directory = path.hasSuffix("/") ? String(path.dropLast()) : path
    for file in wanted {
      let target = subPath == nil ? "\(directory)/\(file.path)" : path
      index.refer(to: file.key, of: object, kind: isSecret ? "Secret" : "ConfigMap", in: workload.namespace)
      let name = freeFileName(file.key, of: object)
      var call = SwiftCall(isSecret ? "SecretFile" : "ConfigFile", [.init(.text(name)), .init("at", .text(target))])
      if isSecret {
        call.add("from", .secret("\(secretPath)/\(workload.namespace)/\(object)", key: file.key))
      } else {
        call.arguments.append(.init(.text(values[file.key] ?? "")))
      }
      call.add("mode", file.mode ?? source?["defaultMode"]?.integer)
      parts.append(.call(call))
    }
    volumesOfFiles.insert(mount["name"]?.text ?? "")
    ledger.takeRest(of: mount, .changed("its files are mounted one by one"))
  }

  /// The key of a file, with its object's name and a number where the pod has a file of that name already.
  private mutating func freeFileName(_ key: String, of object: String) -> String {
    var name = key
    var number = 1
    while !fileNames.insert(name).inserted {
      name = number == 1 ? "\(object)-\(key)" : "\(object)-\(number)-\(key)"
      number += 1
    }
    return name
  }

  // MARK: Probes and hooks

  private mutating func readProbe(_ purpose: String) {
    guard let probe = node["\(purpose)Probe"], let action = action(probe) else { return }
    var call = SwiftCall("Probe", [.init(.member(purpose)), .init(action)], at: probe.place)
    for (key, label) in [
      ("initialDelaySeconds", "initialDelay"), ("periodSeconds", "every"), ("timeoutSeconds", "timeout"),
    ] {
      call.add(label, ledger.integer(probe[key]).map { SwiftExpression.interval(seconds: $0) })
    }
    call.add("failures", ledger.integer(probe["failureThreshold"]))
    call.add("successes", ledger.integer(probe["successThreshold"]))
    parts.append(.call(call))
  }

  private mutating func readHook(_ moment: String) {
    guard let hook = node["lifecycle"]?[moment], let action = action(hook) else { return }
    parts.append(.call(SwiftCall("LifecycleHook", [.init(.member(moment)), .init(action)], at: hook.place)))
  }

  private func takePort(_ stated: SourceNode?) {
    if stated?.integer == nil { ledger.change(stated, "the port's number") } else { ledger.carry(stated) }
  }

  private func action(_ node: SourceNode) -> SwiftExpression? {
    if let http = node["httpGet"] {
      var call = SwiftCall(".http", [.init(.text(ledger.text(http["path"]) ?? "/"))])
      guard let number = port(http["port"]) else { return nil }
      takePort(http["port"])
      call.add("port", number)
      call.add("https", isTrue: http["scheme"].map { $0.text == "HTTPS" })
      ledger.carry(http["scheme"])
      call.add("host", ledger.text(http["host"]))
      let headers = (http["httpHeaders"]?.items ?? []).compactMap { header -> SwiftExpression? in
        guard let name = ledger.text(header["name"]), let value = ledger.text(header["value"]) else { return nil }
        return .call(SwiftCall(".init", [.init(.text(name)), .init(.text(value))]))
      }
      if !headers.isEmpty { call.add("headers", .list(headers)) }
      return .call(call)
    }
    if let tcp = node["tcpSocket"], let number = port(tcp["port"]) {
      takePort(tcp["port"])
      return .call(SwiftCall(".tcp", [.init("port", .integer(number))]))
    }
    if let grpc = node["grpc"], let number = ledger.integer(grpc["port"]) {
      var call = SwiftCall(".grpc", [.init("port", .integer(number))])
      call.add("service", ledger.text(grpc["service"]))
      return .call(call)
    }
    let command = ledger.texts(node["exec"]?["command"])
    return command.isEmpty ? nil : .call(SwiftCall(".exec", [.init(.texts(command))]))
  }
}
