import Diagnostics
import LabModel

// What the rest of Rackbook reads of a cluster.
extension KubesprayCluster {
  /// The release of kubespray, or nil where Rackbook has not read it.
  public var release: KubesprayRelease? { KubesprayRelease(releaseText) }
  /// The version of Kubernetes, or nil where the text is none.
  public var kubernetes: KubernetesVersion? { KubernetesVersion(kubernetesText) }

  /// Each machine once, in the order of its first mention, with everything it does.
  public var nodes: [ClusterNode] {
    var nodes: [ClusterNode] = []
    var positions: [ThingID: Int] = [:]
    for member in members {
      if let position = positions[member.machine.id] {
        nodes[position].roles.formUnion(member.roles)
      } else {
        positions[member.machine.id] = nodes.count
        nodes.append(ClusterNode(member.machine.id, roles: member.roles, declared: member.declared))
      }
    }
    return nodes
  }

  /// The machines that have a role, each once, in the order of their first mention with it.
  public func machines(_ role: ClusterNode.Role) -> [any Machine] {
    var seen: Set<ThingID> = []
    return members.filter { $0.roles.contains(role) && seen.insert($0.machine.id).inserted }.map(\.machine)
  }

  /// Every machine once, in the order of its first mention.
  public var machines: [any Machine] {
    var seen: Set<ThingID> = []
    return members.map(\.machine).filter { seen.insert($0.id).inserted }
  }

  /// The machines that are nodes of Kubernetes: all but those that only run etcd.
  var kubernetesMachines: [any Machine] {
    let etcdOnly = Set(nodes.filter { $0.roles == [.etcd] }.map(\.machine))
    return machines.filter { !etcdOnly.contains($0.id) }
  }

  /// Its machines stand in the lab through it: every one that was listed, so that two of one name are noticed.
  public var parts: [any Component] { members.map(\.machine) }
  /// Consists of its machines.
  public var relations: [Relation] { machines.map { Relation(.consistsOf, $0.id) } }
  /// The network of pods.
  public var podNetwork: IPv4Network? { networking.pods }
  /// The network of services.
  public var serviceNetwork: IPv4Network? { networking.services }

  /// The API server on the control planes: `loadBalancer.fronts(k8s.apiServer)`.
  public var apiServer: Endpoint {
    Endpoint(of: id, "API server", port: Self.apiPort, on: machines(.controlPlane).map(\.id))
  }

  /// Versions and sizes.
  public var summary: String {
    "Kubernetes \(kubernetesText) by kubespray \(releaseText), \(machines.count) nodes"
  }

  /// The ports that the cluster takes on its machines (kubespray's defaults).
  public var listeners: [Listener] {
    var listeners: [Listener] = []
    for machine in machines(.controlPlane) {
      listeners.append(Listener(on: machine.id, port: Self.apiPort, use: "API server of \(id)"))
      listeners.append(Listener(on: machine.id, port: 10257, use: "controller manager of \(id)"))
      listeners.append(Listener(on: machine.id, port: 10259, use: "scheduler of \(id)"))
    }
    for machine in machines(.etcd) {
      listeners.append(Listener(on: machine.id, port: Self.etcdClientPort, use: "etcd of \(id)"))
      listeners.append(Listener(on: machine.id, port: Self.etcdPeerPort, use: "etcd peers of \(id)"))
      listeners.append(Listener(on: machine.id, port: Self.etcdMetricsPort, use: "etcd metrics of \(id)"))
    }
    let controlPlanes = Set(machines(.controlPlane).map(\.id))
    for machine in kubernetesMachines {
      listeners.append(Listener(on: machine.id, port: 10250, use: "kubelet of \(id)"))
      listeners.append(Listener(on: machine.id, port: 10249, use: "kube-proxy metrics of \(id)"))
      listeners.append(Listener(on: machine.id, port: 10256, use: "kube-proxy health of \(id)"))
      if !controlPlanes.contains(machine.id) {
        listeners.append(Listener(on: machine.id, port: Self.apiPort, use: "local API proxy of \(id)"))
        listeners.append(Listener(on: machine.id, port: 8081, use: "health of the local API proxy of \(id)"))
      }
    }
    return listeners
  }

  /// Versions, nodes and networks.
  public var facts: [Fact] {
    [
      Fact("kubernetes", "Kubernetes", kubernetesText),
      Fact("release", "kubespray", releaseText),
      Fact("control-planes", "Control planes", names(.controlPlane)),
      Fact("etcd-members", "etcd members", names(.etcd)),
      Fact("workers", "Workers", names(.worker)),
      Fact("pods", "Pod network", "\(networking.podsText), /\(networking.nodePrefix) a node"),
      Fact("services", "Service network", networking.servicesText),
      Fact("plugin", "Network plugin", networking.plugin.rawValue),
      Fact("cluster-dns", "DNS service", networking.dns.map { "\($0)" } ?? ""),
      Fact("dns-domain", "DNS domain inside", dnsDomain),
    ]
  }

  private func names(_ role: ClusterNode.Role) -> String {
    machines(role).map(\.name).joined(separator: " ")
  }
}
