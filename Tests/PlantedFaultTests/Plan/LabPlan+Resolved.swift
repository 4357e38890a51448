import Diagnostics
import LabLanguage
import LabModel
import Systems

extension LabPlan {
  /// The lab that the words of this plan make; each thing has a line of its own in one file.
  var resolved: ResolvedLab {
    ResolvedLab(name: name, domain: domain, operatorAccount: account, listed: WrittenLab(self).things)
  }
}

/// The values of a plan, in the order in which a person would declare them.
struct WrittenLab {
  let plan: LabPlan
  let networks: [Network]
  private let pools: [String: Pool]
  private let hosts: [ProxmoxHost]
  private let nas: [any NetworkStorage]
  private let stores: [Datastore]
  private let templates: [VMTemplate]
  private let classes: [StorageClass]
  let computers: (vms: [VM], metals: [BareMetalHost])
  private(set) var things: [any Component] = []

  static let file: StaticString = "Generated/Lab.swift"

  init(_ plan: LabPlan) {
    let networks = plan.networks.enumerated().map { Self.network($1, line: 100 + $0) }
    let at = { (place: LabPlan.Place) in networks[place.net][place.text] }
    let file = Self.file
    self.plan = plan
    self.networks = networks
    let named = plan.nas.flatMap(\.pools).enumerated().map { number, pool in
      (pool.name, Pool(pool.name, size: pool.size, file: file, line: UInt(400 + number)))
    }
    let pools = Dictionary(named, uniquingKeysWith: { first, _ in first })
    self.pools = pools
    hosts = plan.hosts.enumerated().map {
      Self.host($1, at, line: UInt(200 + $0))
    }
    nas = plan.nas.enumerated().map { number, box -> any NetworkStorage in
      let own = box.pools.compactMap { pools[$0.name] }
      let line = UInt(300 + number)
      return box.isTrueNAS
        ? TrueNAS(box.name, version: box.version, at: at(box.place), file: file, line: line) {
          for pool in own { pool }
        }
        .restoring(at: .mibPerSecond(box.speed))
        : Synology(box.name, version: box.version, at: at(box.place), file: file, line: line) {
          for pool in own { pool }
        }
        .restoring(at: .mibPerSecond(box.speed))
    }
    stores = plan.stores.enumerated().map {
      Datastore($1.name, on: $1.pool.flatMap { pools[$0] }, file: file, line: UInt(500 + $0))
    }
    let hosts = hosts
    templates = plan.templates.enumerated().map {
      VMTemplate($1.name, id: $1.id, on: hosts[$1.host], operatingSystem: $1.system, file: file, line: UInt(600 + $0))
    }
    classes = plan.classes.enumerated().compactMap { number, plan in
      pools[plan.pool].map {
        StorageClass(plan.name, on: $0, protocol: plan.isBlock ? .iscsi : .nfs, file: file, line: UInt(700 + number))
      }
    }
    let (stores, templates) = (stores, templates)
    computers.vms = plan.vms.enumerated().map {
      VM(
        $1.name, id: $1.id, on: hosts[$1.host], at: at($1.place), cores: $1.cores, memory: .gib($1.memory),
        disk: .gib($1.disk), store: stores[$1.store], from: templates[$1.template], mac: $1.mac, file: file,
        line: UInt(1000 + $0), parts: Self.interfaces($1.interfaces, at))
    }
    computers.metals = plan.metals.enumerated().map {
      BareMetalHost(
        $1.name, at: at($1.place), cores: $1.cores, memory: .gib($1.memory), disk: .gib($1.disk),
        operatingSystem: $1.system, mac: $1.mac, file: file, line: UInt(2000 + $0),
        parts: Self.interfaces($1.interfaces, at))
    }
    collect()
  }

  private mutating func collect() {
    things = networks
    things += hosts
    things += nas
    things += stores
    things += templates
    things += classes
    things += computers.vms
    things += computers.metals.enumerated().filter { !plan.unlisted.contains($0.offset) }.map(\.element)
    let clusters = plan.clusters.enumerated().map { cluster($1, line: 3000 + $0) }
    things += clusters
    let namespaces = plan.namespaces.enumerated().map {
      Namespace($1.name, in: clusters[$1.cluster], file: Self.file, line: UInt(3100 + $0))
    }
    things += namespaces
    let balancers = plan.balancers.enumerated().map { balancer($1, clusters, line: 3200 + $0) }
    things += balancers
    things += plan.vips.enumerated().map { number, vip in
      VIP(
        vip.name, at: networks[vip.place.net][vip.place.text], members: vip.members.map { machine($0).id },
        declared: SourceLocation(Self.file, UInt(3300 + number)))
    }
    things += surroundings(of: clusters)
    let bare = plan.services.enumerated().map { service($1, namespaces, balancers, line: 4000 + 20 * $0) }
    things += zip(bare, plan.services).map { service, plan in
      let needing = plan.needs.reduce(service) { $0.needs(bare[$1]) }
      return plan.waits.reduce(needing) { $0.waits(for: bare[$1.service], until: $1.until) }
    }
  }

  private static func network(_ net: LabPlan.Net, line: Int) -> Network {
    Network(
      net.name, net.cidr, vlan: net.vlan, gateway: net.gateway, dns: net.dns, ntp: net.ntp,
      searchDomains: net.searchDomains, mtu: net.mtu, bridge: net.bridge, file: file, line: UInt(line)
    ) {
      for range in net.dhcp {
        DHCP(
          from: range.from, to: range.to, gateway: range.gateway, dns: range.dns, mtu: range.mtu, file: file,
          line: UInt(line))
      }
      for pool in net.pools {
        MetalLBPool(
          pool.name, from: pool.from, to: pool.to, announcedBy: pool.isRouted ? .bgp : .layer2, file: file,
          line: UInt(line))
      }
      for route in net.routes { Route(to: route.to, via: route.via, file: file, line: UInt(line)) }
      for range in net.reserved { Reserved(range.name, from: range.from, to: range.to, file: file, line: UInt(line)) }
    }
  }

  func machine(_ computer: LabPlan.Computer) -> any Machine {
    switch computer {
    case .vm(let number): computers.vms[number]
    case .metal(let number): computers.metals[number]
    }
  }

  private func cluster(_ cluster: LabPlan.ClusterPlan, line: Int) -> KubesprayCluster {
    KubesprayCluster(
      cluster.name, release: cluster.release, kubernetes: cluster.kubernetes, dnsDomain: cluster.dnsDomain,
      networking: ClusterNetworking(
        pods: cluster.pods, services: cluster.services, nodePrefix: cluster.nodePrefix, mtu: cluster.mtu,
        dns: cluster.dns),
      etcd: cluster.etcd, serverNames: cluster.serverNames,
      variables: cluster.variables.map {
        KubesprayVariable($0.name, KubesprayVariable.Value(stringLiteral: $0.value), file: Self.file, line: UInt(line))
      }, file: Self.file, line: UInt(line)
    ) {
      for computer in cluster.masters { ControlPlane(machine(computer)) }
      for computer in cluster.etcdOnly { EtcdMember(machine(computer)) }
      for computer in cluster.workers { Worker(machine(computer)) }
    }
  }

  private func balancer(_ balancer: LabPlan.Balancer, _ clusters: [KubesprayCluster], line: Int) -> LoadBalancer {
    let fencing: LoadBalancer.Fencing =
      balancer.isFenced
      ? .proxmox(account: balancer.account, password: SecretReference("lab/fence", key: "password"))
      : .waived(because: "a trial")
    var result = LoadBalancer(
      balancer.name, vip: networks[balancer.vip.net][balancer.vip.text], fencing: fencing,
      settings: LoadBalancer.Settings(token: balancer.token), file: Self.file, line: UInt(line)
    ) {
      for computer in balancer.members { machine(computer) }
    }
    if let cluster = balancer.cluster { result = result.fronts(clusters[cluster].apiServer) }
    if balancer.frontsNothing, let host = hosts.first {
      result = result.fronts(Endpoint(of: host.id, "database", port: 5432, on: []))
    }
    return result
  }

  private func service(
    _ plan: LabPlan.ServicePlan, _ namespaces: [Namespace], _ balancers: [LoadBalancer], line: Int
  ) -> Service {
    let place: any Place =
      switch plan.home {
      case .computer(let computer): machine(computer)
      case .namespace(let number): namespaces[number]
      }
    var service = Service(plan.name, in: place, file: Self.file, line: UInt(line)) {
      Container(plan.image, port: plan.port, file: Self.file, line: UInt(line + 1))
      workload(plan.workload, line: UInt(line + 9))
      for (number, volume) in plan.volumes.enumerated() {
        Volume(
          volume.name, volume.size, on: classes[volume.volumeClass], file: Self.file, line: UInt(line + 2 + number))
      }
      for alert in plan.alerts {
        Alert(
          alert.name, when: alert.expression, for: .minutes(5), severity: .warning, says: alert.says,
          runbook: alert.runbook, file: Self.file, line: UInt(line + 8))
      }
    }
    for (number, exposure) in plan.exposures.enumerated() {
      service = service.exposed(
        at: exposure.host, through: balancers[exposure.balancer], port: exposure.port, nodePort: exposure.nodePort,
        file: Self.file, line: UInt(line + 10 + number))
    }
    if let step = plan.breakGlass { service = service.breakGlass(step) }
    guard let backup = plan.backup else { return service }
    guard let target = backup.target else { return service.notBackedUp(because: "it can be fetched again") }
    return service.backedUp(every: backup.every, keep: backup.keep, to: nas[target], rpo: backup.rpo, rto: backup.rto)
  }
}
