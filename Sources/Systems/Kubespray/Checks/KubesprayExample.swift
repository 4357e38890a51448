import LabLanguage
import LabModel

/// A small lab with one cluster, and the ways in which the examples of the rules differ from it.
struct KubesprayExample: Sendable {
  /// The lab.
  let lab: ResolvedLab

  /// A lab around a cluster.
  ///
  /// - Parameters:
  ///   - release: The release of kubespray.
  ///   - kubernetes: The version of Kubernetes.
  ///   - dnsDomain: The DNS domain inside it.
  ///   - networking: How pods and services find each other.
  ///   - etcd: How etcd runs.
  ///   - serverNames: More names in the certificate.
  ///   - variables: More variables.
  ///   - parts: The nodes; three control planes on three hosts and two workers unless said otherwise.
  ///   - others: What the lab has beside the cluster; nothing unless said otherwise.
  init(
    release: String = "2.31.0", kubernetes: String = "1.35.4", dnsDomain: String = "cluster.local",
    networking: ClusterNetworking = ClusterNetworking(),
    etcd: EtcdSettings = EtcdSettings(), serverNames: [String] = [], variables: [KubesprayVariable] = [],
    parts: (Machines) -> [any KubesprayPart] = { $0.usual },
    others: (KubesprayCluster, Machines) -> [any Component] = { _, _ in [] }
  ) {
    let machines = Machines()
    let cluster = KubesprayCluster(
      "example", release: release, kubernetes: kubernetes, dnsDomain: dnsDomain, networking: networking, etcd: etcd,
      serverNames: serverNames, variables: variables
    ) { parts(machines) }
    lab = ResolvedLab(
      name: "example", domain: "lab.example", listed: machines.surroundings + [cluster] + others(cluster, machines))
  }

  /// The machines that examples are made of.
  struct Machines: Sendable {
    let lan: Network
    let nas: TrueNAS
    let localDisks: Datastore
    let sharedDisks: Datastore
    let hosts: [ProxmoxHost]
    let template: VMTemplate
    let debian: VMTemplate
    let interim: VMTemplate

    init() {
      let lan = Network("lan", "192.168.10.0/24", gateway: "192.168.10.1", dns: ["192.168.10.1"])
      let pool = Pool("tank", size: .tib(4))
      let host = ProxmoxHost("pve1", at: lan["192.168.10.21"], cores: 16, memory: .gib(64))
      self.lan = lan
      nas = TrueNAS("nas", version: "25.10", at: lan["192.168.10.30"]) { pool }
      localDisks = Datastore("local-lvm")
      sharedDisks = Datastore("tank", on: pool)
      hosts = [
        host,
        ProxmoxHost("pve2", at: lan["192.168.10.22"], cores: 16, memory: .gib(64)),
        ProxmoxHost("pve3", at: lan["192.168.10.23"], cores: 16, memory: .gib(64)),
      ]
      template = VMTemplate("ubuntu-2404", id: 9000, on: host, operatingSystem: .ubuntu2404)
      debian = VMTemplate("debian-13", id: 9001, on: host, operatingSystem: .debian13)
      interim = VMTemplate("ubuntu-2504", id: 9002, on: host, operatingSystem: OperatingSystem("ubuntu", "25.04"))
    }

    /// What the lab lists beside the cluster.
    var surroundings: [any Component] { [lan, nas, localDisks, sharedDisks] + hosts + [template, debian, interim] }

    /// Three control planes on three hosts.
    var controlPlanes: [any KubesprayPart] { [ControlPlane(vm(1)), ControlPlane(vm(2)), ControlPlane(vm(3))] }

    /// Three control planes on three hosts, two workers.
    var usual: [any KubesprayPart] { controlPlanes + [Worker(vm(4)), Worker(vm(5))] }

    /// VM number n from 1 to 9, on the hosts in turn unless one of them is named.
    func vm(
      _ number: Int, on host: ProxmoxHost? = nil, memory: DataSize = .gib(8),
      store: Datastore? = nil, from template: VMTemplate? = nil
    ) -> VM {
      VM(
        "node\(number)", id: 200 + number, on: host ?? hosts[(number - 1) % hosts.count],
        at: lan["192.168.10.23\(number)"], cores: 4, memory: memory, disk: .gib(100), store: store ?? localDisks,
        from: template ?? self.template)
    }
  }
}
