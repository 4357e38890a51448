import Diagnostics
import LabLanguage
import LabModel

/// A small lab with one load balancer, and the ways in which the examples of the rules differ from it.
struct LoadBalancerExample: Sendable {
  /// The lab.
  let lab: ResolvedLab

  /// A lab around a load balancer.
  ///
  /// - Parameters:
  ///   - fencing: How a silent machine is made sure to be off; the Proxmox API unless said otherwise.
  ///   - settings: Times and ports.
  ///   - vip: The address; one of the machines' network unless said otherwise.
  ///   - endpoint: What it fronts; port 5432 of both database machines unless said otherwise.
  ///   - services: Services exposed through it, and what they need; none unless said otherwise.
  ///   - members: Its machines; two on two hosts unless said otherwise.
  init(
    fencing: LoadBalancer.Fencing = .proxmox(password: SecretReference("example/fence", key: "password")),
    settings: LoadBalancer.Settings = LoadBalancer.Settings(), vip: (Machines) -> NetworkAddress = { $0.vip },
    endpoint: (Machines) -> Endpoint = { $0.endpoint() },
    services: (Machines, LoadBalancer) -> [any Component] = { _, _ in [] },
    members: (Machines) -> [any Machine] = { [$0.vm(1), $0.vm(2)] }
  ) {
    let machines = Machines()
    let balancer = LoadBalancer("example", vip: vip(machines), fencing: fencing, settings: settings) {
      members(machines)
    }
    .fronts(endpoint(machines))
    lab = ResolvedLab(
      name: "example", domain: "lab.example",
      listed: machines.surroundings + [balancer] + services(machines, balancer))
  }

  /// The things that examples are made of.
  struct Machines: Sendable {
    let lan: Network
    let other: Network
    let nas: TrueNAS
    let localDisks: Datastore
    let sharedDisks: Datastore
    let hosts: [ProxmoxHost]
    let template: VMTemplate

    init() {
      let lan = Network("lan", "192.168.10.0/24", gateway: "192.168.10.1")
      let pool = Pool("tank", size: .tib(4))
      let host = ProxmoxHost("pve1", at: lan["192.168.10.21"], cores: 16, memory: .gib(64))
      self.lan = lan
      other = Network("other", "192.168.20.0/24", gateway: "192.168.20.1")
      nas = TrueNAS("nas", version: "25.10", at: lan["192.168.10.30"]) { pool }
      localDisks = Datastore("local-lvm")
      sharedDisks = Datastore("tank", on: pool)
      hosts = [host, ProxmoxHost("pve2", at: lan["192.168.10.22"], cores: 16, memory: .gib(64))]
      template = VMTemplate("debian-13", id: 9000, on: host, operatingSystem: .debian13)
    }

    /// What the lab lists beside the load balancer.
    var surroundings: [any Component] {
      [lan, other, nas, localDisks, sharedDisks] + hosts + [template, database]
    }

    /// A machine that answers behind the load balancer.
    var database: VM { vm(5, name: "database") }
    /// The address that clients use.
    var vip: NetworkAddress { lan["192.168.10.250"] }
    /// A computer without a hypervisor.
    var bareMetal: BareMetalHost {
      BareMetalHost("metal", at: lan["192.168.10.40"], cores: 4, memory: .gib(8), disk: .gib(100))
    }

    /// What the load balancer fronts.
    func endpoint(_ port: Int = 5432, on machines: [ThingID]? = nil) -> Endpoint {
      Endpoint(of: database.id, "database", port: port, on: machines ?? [database.id])
    }

    /// A service on the database machine that is exposed through a load balancer.
    func service(_ name: String, through balancer: LoadBalancer, at host: String, port: Int) -> Service {
      Service(name, in: database).exposed(at: host, through: balancer, port: port, nodePort: 30080)
    }

    /// VM number n from 1 to 9, on the hosts in turn unless one of them is named.
    func vm(_ number: Int, name: String? = nil, on host: ProxmoxHost? = nil, store: Datastore? = nil) -> VM {
      VM(
        name ?? "lb\(number)", id: 200 + number, on: host ?? hosts[(number - 1) % hosts.count],
        at: lan["192.168.10.20\(number)"], cores: 2, memory: .gib(2), disk: .gib(20), store: store ?? localDisks,
        from: template)
    }
  }
}
