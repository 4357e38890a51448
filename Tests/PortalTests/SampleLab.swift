import Blueprint
import Diagnostics
import Documents
import LabLanguage
import LabModel
import Portal
import Runbooks

/// A small lab with one of everything that has a page.
enum SampleLab {
  static let lan = Network("lan", "192.168.10.0/24", gateway: "192.168.10.1", dns: ["192.168.10.1"]) {
    DHCP(from: "192.168.10.60", to: "192.168.10.99")
    Reserved("printers", from: "192.168.10.200", to: "192.168.10.205")
  }
  static let storage = Network("storage", "192.168.2.0/24", vlan: 2)
  static let pve1 = ProxmoxHost("pve1", at: lan["192.168.10.21"], cores: 16, memory: .gib(64))
  static let pve2 = ProxmoxHost("pve2", at: lan["192.168.10.22"], cores: 16, memory: .gib(64))
  static let tank = Pool("tank", size: .tib(40))
  static let truenas = TrueNAS("truenas", version: "25.04", at: storage["192.168.2.24"]) { tank }
  static let local = Datastore("local-lvm")
  static let ubuntu = VMTemplate("ubuntu", id: 9000, on: pve1, operatingSystem: .ubuntu2404)
  static let km01 = VM(
    "km01", id: 221, on: pve1, at: lan["192.168.10.234"], cores: 4, memory: .gib(8), disk: .gib(100), store: local,
    from: ubuntu)
  static let km02 = VM(
    "km02", id: 222, on: pve2, at: lan["192.168.10.235"], cores: 4, memory: .gib(8), disk: .gib(100), store: local,
    from: ubuntu)
  static let cluster = SampleCluster("homelab", machines: [km01, km02])
  static let balancer = SampleBalancer("k8s-api", vip: lan["192.168.10.250"], members: [km01, km02], cluster: cluster)
  static let iscsi = StorageClass("iscsi", on: tank, protocol: .iscsi)
  static let apps = Namespace("home-apps", in: cluster)
  static let database = Service("mealie-db", in: apps, "PostgreSQL of mealie") {
    Container("postgres:17.2", port: 5432)
    Volume("data", .gib(5), on: iscsi)
  }
  .backedUp(every: .hours(6), keep: .days(30), to: truenas)
  static let mealie = Service("mealie", in: apps, "recipes & meal plans") {
    Container("ghcr.io/mealie-recipes/mealie:v2.8.0", port: 9000)
    Volume("data", .gib(10), on: iscsi)
  }
  .needs(database)
  .exposed(at: "mealie.lab.example", through: balancer, port: 9925, nodePort: 32424)

  static let lab = resolved([
    lan, storage, pve1, pve2, truenas, local, ubuntu, km01, km02, cluster, balancer, iscsi, apps, database, mealie,
  ])

  static func resolved(_ things: [any Component]) -> ResolvedLab {
    ResolvedLab(name: "basement", summary: "Two hosts and what runs on them", domain: "lab.example", listed: things)
  }

  static let rule = Rule(
    "RB0501", .warning, "a service with state says how it is backed up", why: "A disk dies.",
    remedy: "Say .backedUp(...) or .notBackedUp(because:).")

  static var content: PortalContent {
    var blueprint = Blueprint(for: lab)
    blueprint.alerts = lab.alerts.map { AlertResource(owner: $0.thing, alert: $0.alert) }
    let finding = rule.diagnostic(
      about: mealie.id, at: mealie.declared, "mealie keeps state and says nothing of backups",
      solutions: ["add .backedUp(every: .hours(6), keep: .days(30), to: truenas)"])
    let file = Artifact(
      "ansible/inventory/hosts.yml",
      PrintedText("all:\n  hosts:\n")
        + PrintedText("    km01:\n      ansible_host: 192.168.10.234\n", from: km01.declared))
    return PortalContent(
      lab: lab, blueprint: blueprint, runbooks: [runbook].compactMap { $0 }, artifacts: [file],
      rules: [rule], diagnostics: [finding])
  }

  static var runbook: ResolvedRunbook? {
    var log = DiagnosticLog()
    guard let parsed = RunbookParser.parse(Array(markdown.utf8), file: "runbooks/balancer/vip-down.md", reporting: &log)
    else { return nil }
    return RunbookResolver.resolve(parsed, for: balancer.id, facts: Facts(), reporting: &log)
  }

  private static let markdown = """
    ---
    title: The cluster API does not answer
    summary: The virtual address is gone although the API servers are up.
    for: load-balancer
    symptoms: ["Unable to connect to the server: dial tcp 192.168.10.250:6443: i/o timeout", "nothing behind the balancer opens"]
    severity: critical
    duration: 10m
    ---

    One of the two balancers holds the address. **Never** give it to both.

    ## Who holds it

    Exactly one line must come back.

    ```bash {step="holder" host="km01" user="ops" timeout=30s}
    ip -brief address show to 192.168.10.250
    ```

    ## Move it

    - Open connections break.
    - New ones work within two seconds.

    ```confirm {step="sure"}
    Is nobody deploying?
    ```

    ```bash {step="move" title="Move the address"}
    sudo crm_resource --move --resource vip --node km02
    ```

    ```bash {check="move"}
    curl -sk https://192.168.10.250:6443/livez
    ```

    ## Afterwards

    Write down what happened in the [log](https://example.org/log?a=1&b=2).
    """
}

/// A Kubernetes cluster without an installer.
struct SampleCluster: Cluster {
  let id: ThingID
  let declared = SourceLocation("PortalTests/SampleLab.swift", 1)
  let nodes: [ClusterNode]
  let podNetwork = IPv4Network("10.233.64.0/18")
  let serviceNetwork = IPv4Network("10.233.0.0/18")

  init(_ name: String, machines: [VM]) {
    id = ThingID("cluster", name)
    nodes = machines.map { ClusterNode($0.id, roles: [.controlPlane, .etcd], declared: $0.declared) }
  }

  var summary: String { "Kubernetes on \(nodes.count) machines" }
  var apiServer: Endpoint { Endpoint(of: id, "Kubernetes API", port: 6443, on: nodes.map(\.machine)) }
  var relations: [Relation] { nodes.map { Relation(.consistsOf, $0.machine) } }
  var facts: [Fact] { [Fact("pods", "Pod network", "\(podNetwork.map(String.init(describing:)) ?? "")")] }
}

/// An address held by two machines, with an alert.
struct SampleBalancer: Frontend {
  let id: ThingID
  let declared = SourceLocation("PortalTests/SampleLab.swift", 2)
  let vip: NetworkAddress
  let members: [ThingID]
  let endpoints: [Endpoint]

  init(_ name: String, vip: NetworkAddress, members: [VM], cluster: SampleCluster) {
    id = ThingID("load-balancer", name)
    self.vip = vip
    self.members = members.map(\.id)
    endpoints = [cluster.apiServer]
  }

  var summary: String { "\(vip) in front of the cluster's API" }
  var addresses: [NetworkAddress] { [vip] }
  var listeners: [Listener] { [Listener(on: id, port: 6443, use: "Kubernetes API")] }
  var relations: [Relation] { members.map { Relation(.heldBy, $0) } + endpoints.map { Relation(.fronts, $0.owner) } }
  var facts: [Fact] { [Fact("vip", "Virtual address", vip.text)] }
  var alerts: [Alert] {
    [
      Alert(
        name: "VirtualAddressDown", expression: "probe_success{job=\"vip\"} == 0", duration: .minutes(1),
        severity: .critical, summary: "Nobody answers at \(vip)", runbook: "k8s-api/vip-down", declared: declared)
    ]
  }
}
