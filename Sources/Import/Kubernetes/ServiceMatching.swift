import Diagnostics
import LabModel
import SourceDocuments

/// Reads a Service of Kubernetes into parts of the service whose pods it leads to.
struct ServiceMatching {
  let manifest: Manifest
  let workload: Manifest
  private let ledger: Ledger

  /// - Parameters:
  ///   - manifest: The Service of Kubernetes.
  ///   - workload: What its selector matches, and nothing else.
  init(_ manifest: Manifest, to workload: Manifest) {
    self.manifest = manifest
    self.workload = workload
    self.ledger = manifest.ledger
  }

  /// One port of the Service, and where it leads.
  struct Target {
    var port: Int
    var target: Int
    var transport: Transport
    var nodePort: Int?
  }

  /// Its ports; nil where one has no number that can be found.
  var targets: [Target]? {
    let containers = workload.podTemplate?["spec"]?["containers"]?.items ?? []
    var targets: [Target] = []
    for port in manifest.spec?["ports"]?.items ?? [] {
      guard let number = port["port"]?.integer else { return nil }
      let stated = port["targetPort"]
      let named = containers.flatMap { $0["ports"]?.items ?? [] }.first {
        $0["name"]?.text == stated?.text && stated != nil
      }
      guard let target = stated == nil ? number : stated?.integer ?? named?["containerPort"]?.integer else {
        return nil
      }
      guard let transport = Self.transport(port["protocol"]?.text) else { return nil }
      targets.append(Target(port: number, target: target, transport: transport, nodePort: port["nodePort"]?.integer))
    }
    return targets
  }

  private static func transport(_ text: String?) -> Transport? {
    switch text ?? "TCP" {
    case "TCP": .tcp
    case "UDP": .udp
    default: nil
    }
  }

  /// Whether words can say what the Service says.
  var isExpressible: Bool {
    // What ends has no Service of its own.
    guard let targets, manifest.spec?["type"]?.text != "ExternalName", !["Job", "CronJob"].contains(workload.kind)
    else { return false }
    let isPlain =
      targets.allSatisfy { $0.port == $0.target } && ["ClusterIP", nil].contains(manifest.spec?["type"]?.text)
    // Labels and annotations are those of all Services that a service of the lab has.
    let isBare = ["labels", "annotations"].allSatisfy { manifest.node["metadata"]?[$0]?.entries.isEmpty ?? true }
    return manifest.name == workload.name || isPlain && isBare && !isHeadless
  }

  private var isHeadless: Bool { manifest.spec?["clusterIP"]?.text == "None" }

  /// The parts of the service, with every key of the Service taken.
  func parts() -> [SwiftExpression] {
    manifest.carryIdentity()
    let spec = manifest.spec
    let type = spec?["type"]?.text
    var parts: [SwiftExpression] = []
    if manifest.name != workload.name {
      parts.append(.call(SwiftCall("Alias", [.init(.text(manifest.name))])))
    }
    for target in targets ?? [] {
      if target.port != target.target { parts.append(publish(target.port, target, "clusterIP")) }
      if type == "LoadBalancer" { parts.append(publish(target.port, target, "loadBalancer")) }
      if type == "NodePort", let port = target.nodePort { parts.append(publish(port, target, "nodePort")) }
    }
    if let options { parts.append(options) }
    manifest.changeOwnLabels(manifest.node["metadata"]?["labels"])
    for (key, word) in [("labels", "Label"), ("annotations", "Annotation")] {
      let left = Manifest.clusterAnnotations + Manifest.ownLabels
      for pair in ledger.pairs(manifest.node["metadata"]?[key]?.withoutKeys(left)) {
        parts.append(
          .call(
            SwiftCall(
              word, [.init(.text(pair.key)), .init(.text(pair.value)), .init("on", .list([.member("service")]))])))
      }
    }
    settle(spec)
    return parts
  }

  private func publish(_ port: Int, _ target: Target, _ kind: String) -> SwiftExpression {
    var call = SwiftCall("Publish", [.init(.integer(port))], at: manifest.place)
    if port != target.target { call.add("to", target.target) }
    if target.transport == .udp { call.add("transport", .member("udp")) }
    call.add("as", .member(kind))
    return .call(call)
  }

  private var options: SwiftExpression? {
    let spec = manifest.spec
    var call = SwiftCall("ServiceOptions")
    call.add("isHeadless", isTrue: isHeadless)
    call.add("hasStickyClients", isTrue: spec?["sessionAffinity"]?.text == "ClientIP")
    call.add("publishesNotReady", isTrue: ledger.bool(spec?["publishNotReadyAddresses"]))
    if spec?["externalTrafficPolicy"]?.text == "Local" { call.add("externalTraffic", .member("local")) }
    call.add("loadBalancerClass", ledger.text(spec?["loadBalancerClass"]))
    return call.arguments.isEmpty ? nil : .call(call)
  }

  private func settle(_ spec: SourceNode?) {
    let type = spec?["type"]
    switch type?.text {
    case "LoadBalancer": ledger.change(type, "a Service of its own, '\(workload.name)-load-balancer', is one")
    case "NodePort": ledger.change(type, "a Service of its own, '\(workload.name)-node-ports', is one")
    default: ledger.carry(type)
    }
    for key in ["sessionAffinity", "externalTrafficPolicy"] { ledger.carry(spec?[key]) }
    ledger.change(spec?["selector"], "Rackbook selects pods by labels of its own")
    for port in spec?["ports"]?.items ?? [] {
      for key in ["port", "protocol"] { ledger.carry(port[key]) }
      if let target = port["targetPort"] {
        if target.integer == nil { ledger.change(target, "the port's number") } else { ledger.carry(target) }
      }
      ledger.change(port["name"], "Rackbook names ports after their numbers")
      if type?.text == "NodePort" {
        ledger.change(port["nodePort"], "'\(workload.name)-node-ports' has it")
      } else {
        ledger.drop(port["nodePort"], "Kubernetes chooses the node ports of a load balancer")
      }
      ledger.drop(port["appProtocol"], "Rackbook has no word for it")
    }
    ledger.carry(spec?["clusterIP"].flatMap { $0.text == "None" ? $0 : nil })
    if spec?["internalTrafficPolicy"]?.text == "Cluster" { ledger.carry(spec?["internalTrafficPolicy"]) }
    for key in ["clusterIP", "clusterIPs", "ipFamilies", "ipFamilyPolicy"] {
      if let node = spec?[key] { ledger.takeRest(of: node, .dropped("the cluster sets it")) }
    }
  }
}
