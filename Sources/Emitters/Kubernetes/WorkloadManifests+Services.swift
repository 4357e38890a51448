import Blueprint
import Diagnostics
import Documents
import LabModel

// How a workload is found and reached.
extension WorkloadManifests {
  /// Inside the cluster under its name and aliases; outside through objects of their own, which open only what is said.
  var services: [Node] {
    inner + template.aliases.flatMap(alias) + governing + outer(.nodePort) + outer(.loadBalancer)
  }

  /// A port of a Kubernetes Service.
  private struct ServicePort {
    var port: Port
    var target: Int
    var nodePort: Int?
    var origin: SourceLocation?

    func node(_ listeners: [SourceLocation]) -> Node {
      Node.mapping([
        ("name", .string(WorkloadManifests.name(of: port))), ("port", .int(port.number)),
        ("targetPort", .int(target)), ("nodePort", nodePort.map(Node.int)),
        ("protocol", .string(port.transport.rawValue.uppercased())),
      ]).from(origin, and: listeners)
    }
  }

  private func node(_ port: ServicePort) -> Node { port.node(listeners(on: port.target)) }

  /// Where the containers are declared that listen on a port.
  func listeners(on port: Int) -> [SourceLocation] {
    template.containers.filter { $0.ports.contains { $0.number == port } }.map(\.declared)
  }

  private var innerPorts: [ServicePort] {
    let containers = template.containers + template.initContainers.filter(\.isSidecar).map(\.container)
    var ports = containers.flatMap { container in
      container.ports.map { ServicePort(port: $0, target: $0.number, origin: container.declared) }
    }
    ports += template.published.filter { $0.kind == .clusterIP }.map {
      ServicePort(port: Port($0.port, $0.transport), target: $0.target, origin: $0.declared)
    }
    var seen: Set<Port> = []
    return ports.filter { seen.insert($0.port).inserted }
  }

  private var inner: [Node] {
    let options = template.serviceOptions.first
    guard !workload.workload.ends, !innerPorts.isEmpty || options?.isHeadless == true else { return [] }
    return [
      service(workload.name, from: workload.origin) {
        [
          ("type", options?.isHeadless == true ? nil : "ClusterIP"),
          ("clusterIP", options?.isHeadless == true ? "None" : nil),
          ("publishNotReadyAddresses", options?.publishesNotReady == true ? true : nil),
          ("sessionAffinity", options?.hasStickyClients == true ? "ClientIP" : nil),
          ("ports", .present(innerPorts.map(node))),
        ]
      }
    ]
  }

  /// A further name has the same ports: a name that only points to another name would break certificates and headers.
  private func alias(_ alias: Alias) -> [Node] {
    guard !innerPorts.isEmpty else { return [] }
    return [
      service(alias.name, from: alias.declared) {
        [("type", "ClusterIP"), ("ports", .sequence(innerPorts.map(node)))]
      }
    ]
  }

  /// The pods of a StatefulSet have names of their own through a headless Service.
  private var governing: [Node] {
    guard case .statefulSet(let set) = workload.workload, set.serviceName == nil,
      governingService(of: set) != workload.name
    else { return [] }
    return [
      service(governingService(of: set), from: set.declared) {
        [
          ("clusterIP", "None"), ("publishNotReadyAddresses", true), ("ports", .present(innerPorts.map(node))),
        ]
      }
    ]
  }

  private func outer(_ kind: Publish.Kind) -> [Node] {
    let published = template.published.filter { $0.kind == kind }
    var ports = published.map { port in
      ServicePort(
        port: Port(kind == .nodePort ? port.target : port.port, port.transport), target: port.target,
        nodePort: kind == .nodePort ? port.port : nil, origin: port.declared)
    }
    if kind == .nodePort {
      let exposed = workload.nodePorts.map {
        ServicePort(port: .tcp($0.target), target: $0.target, nodePort: $0.port, origin: $0.origin)
      }
      ports = exposed + ports
    }
    guard let first = ports.first else { return [] }
    let options = template.serviceOptions.first
    let addresses = Set(published.compactMap(\.address?.text)).sorted()
    let isBalanced = kind == .loadBalancer
    return [
      service(
        "\(workload.name)-\(isBalanced ? "load-balancer" : "node-ports")", from: first.origin ?? workload.origin,
        annotations: addresses.isEmpty
          ? [] : [("metallb.io/loadBalancerIPs", .string(addresses.joined(separator: ",")))]
      ) {
        [
          ("type", isBalanced ? "LoadBalancer" : "NodePort"),
          ("loadBalancerClass", isBalanced ? options?.loadBalancerClass.map(Node.string) : nil),
          ("externalTrafficPolicy", options?.externalTraffic.map { .string($0.rawValue) }),
          ("sessionAffinity", options?.hasStickyClients == true ? "ClientIP" : nil),
          ("ports", .sequence(Self.named(ports).map(node))),
        ]
      }
    ]
  }

  /// One container port behind several node ports: a Service lists a port once, so the later ones take the node port's number.
  private static func named(_ ports: [ServicePort]) -> [ServicePort] {
    var seen: Set<Port> = []
    return ports.map { port in
      guard !seen.insert(port.port).inserted, let nodePort = port.nodePort else { return port }
      var other = port
      other.port = Port(nodePort, port.port.transport)
      return other
    }
  }

  private func service(
    _ name: String, from origin: SourceLocation, annotations own: [(String, Node?)] = [],
    spec: () -> [(String, Node?)]
  ) -> Node {
    object(
      "v1", "Service", name: name, labels: labels(on: .service), annotations: own + annotations(on: .service)
    )
    .with([("spec", .mapping(spec() + [("selector", selector)]))], from: origin)
  }

  /// Host names that the cluster's ingress controller passes on.
  var ingress: [Node] {
    let first = template.containers.first?.ports.first?.number
    return template.ingresses.enumerated().compactMap { index, way in
      guard let port = way.port ?? first else { return nil }
      let path: Node = [
        "path": .string(way.path), "pathType": .string(way.pathType.rawValue),
        "backend": ["service": ["name": .string(workload.name), "port": ["number": .int(port)]]],
      ]
      let spec: [(String, Node?)] = [
        ("ingressClassName", way.className.map(Node.string)),
        (
          "tls",
          way.tlsSecret.map { secret in
            [.mapping([("hosts", way.host.map { [.string($0)] }), ("secretName", .string(secret))])]
          }
        ),
        ("rules", [.mapping([("host", way.host.map(Node.string)), ("http", ["paths": [path]])])]),
      ]
      return object(
        "networking.k8s.io/v1", "Ingress", name: index == 0 ? workload.name : "\(workload.name)-\(index + 1)",
        labels: labels(on: .ingress), annotations: annotations(on: .ingress)
      )
      .with([("spec", .mapping(spec))], from: way.declared)
    }
  }
}
