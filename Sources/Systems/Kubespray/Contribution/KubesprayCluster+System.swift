import Blueprint
import Diagnostics
import LabModel

extension KubesprayCluster: System {
  /// What it is, and its rules.
  public static let descriptor = SystemDescriptor(
    kind: "cluster", title: "Kubespray cluster",
    summary: "A Kubernetes cluster on machines of the lab, installed by kubespray, with etcd beside it.",
    checks: KubesprayChecks.all)

  /// Adds the installation, what Prometheus asks, and the runbooks.
  public func contribute(to blueprint: inout Blueprint, in lab: ResolvedLab) {
    guard let pods = networking.pods, let services = networking.services else { return }
    let names = certificateNames(in: lab)
    blueprint.clusters.append(
      ClusterInstallation(
        owner: id, origin: declared, release: releaseText, kubernetes: kubernetesText,
        requirements: release?.requirements ?? [], nodes: installationNodes,
        dnsDomain: dnsDomain, podNetwork: pods, serviceNetwork: services, nodePrefix: networking.nodePrefix,
        account: lab.operatorAccount,
        certificateNames: names, clientEndpoint: clientAddress(in: lab), settings: settingGroups(in: lab)))
    blueprint.scrapeTargets += scrapeTargets
    blueprint.procedures += procedures(in: lab)
  }

  private var installationNodes: [ClusterInstallation.Node] {
    let addresses = Dictionary(machines.map { ($0.id, $0.address.text) }, uniquingKeysWith: { first, _ in first })
    return nodes.map {
      ClusterInstallation.Node(
        machine: $0.machine, origin: $0.declared, address: addresses[$0.machine] ?? "", roles: $0.roles)
    }
  }

  /// The load balancers that front the API server.
  func frontends(in lab: ResolvedLab) -> [any Frontend] {
    lab.all((any Frontend).self).filter { $0.endpoints.contains(apiServer) }
  }

  /// Where people and programs outside reach the API server: the first VIP in front of it, or the first control plane.
  func clientAddress(in lab: ResolvedLab) -> String? {
    let address = frontends(in: lab).first?.vip.text ?? machines(.controlPlane).first?.address.text
    return address.map { "\($0):\(Self.apiPort)" }
  }

  /// Every VIP in front of the API server with the load balancer's host name, then what was asked for, each once.
  func certificateNames(in lab: ResolvedLab) -> [String] {
    let fromFrontends = frontends(in: lab).flatMap { [$0.vip.text, lab.hostName(of: $0.id)] }
    var seen: Set<String> = []
    return (fromFrontends + serverNames).filter { seen.insert($0).inserted }
  }
}
