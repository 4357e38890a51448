import Diagnostics
import Documents
import LabModel

// What kubespray can change on a cluster that runs, and what it cannot: see its documentation on upgrades and on nodes.
extension ClusterInstallation: Resource {
  private static let anew = Consequence(.replacement, "it cannot be changed on a running cluster: it is installed anew")

  /// A Kubernetes cluster.
  public static let kind = ResourceKind(
    "cluster", "Kubernetes cluster",
    added: Consequence(.none, "kubespray installs it"),
    removed: Consequence(.data, "nothing is done to the machines, but nobody looks after the cluster any more"),
    leftBehind: "the running cluster on its machines: kubespray's reset.yml removes it, with everything in it",
    saysBetter: ["control-planes", "etcd-members", "workers", "pods", "services", "plugin"],
    fields: [
      FieldRule("release", "kubespray", Consequence(.restart, "nodes are drained and upgraded one after the other")),
      FieldRule(
        "kubernetes", "Kubernetes", Consequence(.restart, "nodes are drained and upgraded one after the other")),
      FieldRule(
        "nodes.*", "node *", Consequence(.restart, "the node's components are configured anew"),
        added: Consequence(.none, "kubespray's scale.yml joins it"),
        removed: Consequence(.data, "run kubespray's remove-node.yml while the inventory still names it")),
      FieldRule("nodes.*.address", "address of node *", Consequence(.replacement, "the node leaves and joins again")),
      FieldRule("dns-domain", "DNS domain", anew),
      FieldRule("pod-network", "pod network", anew),
      FieldRule("service-network", "service network", anew),
      FieldRule("node-prefix", "pod addresses of a node", anew),
      FieldRule("account", "account", Consequence(.none, "the installer logs in as someone else")),
      FieldRule(
        "certificate-names", "names in the API server's certificate",
        Consequence(.restart, "the API servers restart one after the other")),
      FieldRule("client-endpoint", "API server for clients", Consequence(.downtime, "everyone needs a new kubeconfig")),
      FieldRule("requirements", "Python packages of the installer"),
      FieldRule("settings", "settings", Consequence(.restart, "kubespray configures components anew")),
    ])

  /// Versions, nodes, networks and every setting.
  public var fields: Documents.Node {
    .mapping([
      ("release", .string(release)),
      ("kubernetes", .string(kubernetes)),
      ("requirements", .strings(requirements)),
      ("nodes", .fields(nodes.map { ($0.machine.name, Self.fields(of: $0)) })),
      ("dns-domain", .string(dnsDomain)),
      ("pod-network", .string("\(podNetwork)")),
      ("service-network", .string("\(serviceNetwork)")),
      ("node-prefix", .int(nodePrefix)),
      ("account", .string(account)),
      ("certificate-names", .strings(certificateNames)),
      ("client-endpoint", clientEndpoint.map(Documents.Node.string)),
      ("settings", .fields(settings.map { ($0.name, $0.settings) })),
    ])
  }

  private static func fields(of node: Node) -> Documents.Node {
    let roles = ClusterNode.Role.allCases.filter(node.roles.contains).map(\.rawValue)
    return Documents.Node.fields([("address", .string(node.address)), ("roles", .strings(roles))]).from(node.origin)
  }
}
