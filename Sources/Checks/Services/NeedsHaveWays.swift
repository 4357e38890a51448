import Blueprint
import Diagnostics
import LabLanguage
import LabModel

private let rb0426 = Rule(
  "RB0426", .error, "what a service needs can be reached from where it runs",
  why: "Two networks without a router between them pass nothing. The service starts, waits, and gives up.",
  remedy: "Give the machine a `NIC` on the other network, give the network a gateway, or declare the `Router` between.")

private let rb0427 = Rule(
  "RB0427", .error, "a load balancer reaches the nodes behind it",
  why: "It takes connections and finds nobody to pass them to: every client gets 502, or waits.",
  remedy: "Put it on a network from which the nodes are reached.")

private let rb0428 = Rule(
  "RB0428", .error, "nodes reach the NAS that their volumes lie on",
  why: "Pods stay in ContainerCreating: the node cannot log in to the target or mount the export.",
  remedy: "Give every node a `NIC` on the storage network, or the storage network a gateway.")

private let rb0429 = Rule(
  "RB0429", .error, "hosts reach the NAS that their VMs' disks lie on",
  why: "The datastore is offline on that host, and no VM with a disk there starts.",
  remedy: "Give the host a `Bridge` with an address on the storage network, or the storage network a gateway.")

private let rb0431 = Rule(
  "RB0431", .error, "the target of a backup can be reached from where the data is",
  why: "The job fails every night, and the copy that is needed was never made.",
  remedy: "Give one of the two an interface on the other's network, or both networks a gateway.")

extension Check {
  /// What a service needs can be reached from where it runs.
  static let needsHaveWays = Check(
    rb0426,
    bad: {
      let lan = Network("lan", "192.168.10.0/24", gateway: "192.168.10.1")
      let storage = Network("storage", "192.168.2.0/24")
      let db = BareMetalHost("db", at: storage["192.168.2.6"], cores: 4, memory: .gib(16), disk: .tib(1))
      let web = BareMetalHost("web", at: lan["192.168.10.6"], cores: 4, memory: .gib(16), disk: .tib(1))
      let postgres = Service("postgres", in: db) { Container("postgres:17.6", port: 5432) }
      let site = Service("site", in: web) { Container("ghost:5.120.0", port: 80) }.needs(postgres)
      return .bare {
        lan
        storage
        db
        web
        postgres
        site
      }
    },
    good: {
      let lan = Network("lan", "192.168.10.0/24", gateway: "192.168.10.1")
      let storage = Network("storage", "192.168.2.0/24", gateway: "192.168.2.1")
      let db = BareMetalHost("db", at: storage["192.168.2.6"], cores: 4, memory: .gib(16), disk: .tib(1))
      let web = BareMetalHost("web", at: lan["192.168.10.6"], cores: 4, memory: .gib(16), disk: .tib(1))
      let postgres = Service("postgres", in: db) { Container("postgres:17.6", port: 5432) }
      let site = Service("site", in: web) { Container("ghost:5.120.0", port: 80) }.needs(postgres)
      return .bare {
        lan
        storage
        db
        web
        postgres
        site
      }
    },
    findings: { lab in
      let routing = Routing(lab)
      return lab.all(Service.self).flatMap { service in
        service.needed.compactMap { other -> Diagnostic? in
          guard routing.reaches(service.id, other) == false else { return nil }
          return noWay(rb0426, from: service.id, to: other, routing, lab)
        }
      }
    })

  /// A load balancer reaches the nodes behind it.
  static let frontendReachesNodes = Check(
    rb0427,
    bad: {
      let lan = Network("lan", "192.168.10.0/24", gateway: "192.168.10.1")
      let storage = Network("storage", "192.168.2.0/24")
      let cp = BareMetalHost("cp", at: storage["192.168.2.11"], cores: 4, memory: .gib(16), disk: .tib(1))
      let node1 = BareMetalHost("node1", at: storage["192.168.2.12"], cores: 4, memory: .gib(16), disk: .tib(1))
      let node2 = BareMetalHost("node2", at: storage["192.168.2.13"], cores: 4, memory: .gib(16), disk: .tib(1))
      let k8s = ExampleCluster("k8s", of: [cp, node1, node2])
      let lb = ExampleFrontend("lb", vip: lan["192.168.10.250"], of: [node1])
      let apps = Namespace("apps", in: k8s)
      let web = Service("web", in: apps) { Container("nginx:1.28.0", port: 80) }
        .exposed(at: "web.lab.example", through: lb, nodePort: 30080)
      return .bare {
        lan
        storage
        cp
        node1
        node2
        k8s
        lb
        apps
        web
      }
    },
    good: {
      let lan = Network("lan", "192.168.10.0/24", gateway: "192.168.10.1")
      let storage = Network("storage", "192.168.2.0/24", gateway: "192.168.2.1")
      let cp = BareMetalHost("cp", at: storage["192.168.2.11"], cores: 4, memory: .gib(16), disk: .tib(1))
      let node1 = BareMetalHost("node1", at: storage["192.168.2.12"], cores: 4, memory: .gib(16), disk: .tib(1))
      let node2 = BareMetalHost("node2", at: storage["192.168.2.13"], cores: 4, memory: .gib(16), disk: .tib(1))
      let k8s = ExampleCluster("k8s", of: [cp, node1, node2])
      let lb = ExampleFrontend("lb", vip: lan["192.168.10.250"], of: [node1])
      let apps = Namespace("apps", in: k8s)
      let web = Service("web", in: apps) { Container("nginx:1.28.0", port: 80) }
        .exposed(at: "web.lab.example", through: lb, nodePort: 30080)
      return .bare {
        lan
        storage
        cp
        node1
        node2
        k8s
        lb
        apps
        web
      }
    },
    findings: { lab in
      let routing = Routing(lab)
      var told: Set<[ThingID]> = []
      return lab.all(Service.self).flatMap { service in
        service.exposures.compactMap { exposure -> Diagnostic? in
          guard let cluster = service.cluster, routing.reaches(cluster, exposure.frontend) == false,
            told.insert([cluster, exposure.frontend]).inserted
          else { return nil }
          return noWay(rb0427, from: exposure.frontend, to: cluster, at: exposure.declared, routing, lab)
        }
      }
    })

  /// Nodes reach the NAS that their volumes lie on.
  static let nodesReachStorage = Check(
    rb0428,
    bad: {
      let lan = Network("lan", "192.168.10.0/24", gateway: "192.168.10.1")
      let storage = Network("storage", "192.168.2.0/24")
      let tank = Pool("tank", size: .tib(4))
      let nas = TrueNAS("nas", version: "25.10", at: storage["192.168.2.5"]) { tank }
      let cp = BareMetalHost("cp", at: lan["192.168.10.11"], cores: 4, memory: .gib(16), disk: .tib(1))
      let node1 = BareMetalHost("node1", at: lan["192.168.10.12"], cores: 4, memory: .gib(16), disk: .tib(1))
      let node2 = BareMetalHost("node2", at: lan["192.168.10.13"], cores: 4, memory: .gib(16), disk: .tib(1))
      let k8s = ExampleCluster("k8s", of: [cp, node1, node2])
      let apps = Namespace("apps", in: k8s)
      let fast = StorageClass("fast", on: tank, protocol: .iscsi)
      let wiki = Service("wiki", in: apps) {
        Container("wiki:2.5.0", port: 3000)
        Volume("data", .gib(5), on: fast)
      }
      .notBackedUp(because: "an example")
      return .bare {
        lan
        storage
        tank
        nas
        cp
        node1
        node2
        k8s
        apps
        fast
        wiki
      }
    },
    good: {
      let lan = Network("lan", "192.168.10.0/24", gateway: "192.168.10.1")
      let storage = Network("storage", "192.168.2.0/24", gateway: "192.168.2.1")
      let tank = Pool("tank", size: .tib(4))
      let nas = TrueNAS("nas", version: "25.10", at: storage["192.168.2.5"]) { tank }
      let cp = BareMetalHost("cp", at: lan["192.168.10.11"], cores: 4, memory: .gib(16), disk: .tib(1))
      let node1 = BareMetalHost("node1", at: lan["192.168.10.12"], cores: 4, memory: .gib(16), disk: .tib(1))
      let node2 = BareMetalHost("node2", at: lan["192.168.10.13"], cores: 4, memory: .gib(16), disk: .tib(1))
      let k8s = ExampleCluster("k8s", of: [cp, node1, node2])
      let apps = Namespace("apps", in: k8s)
      let fast = StorageClass("fast", on: tank, protocol: .iscsi)
      let wiki = Service("wiki", in: apps) {
        Container("wiki:2.5.0", port: 3000)
        Volume("data", .gib(5), on: fast)
      }
      .notBackedUp(because: "an example")
      return .bare {
        lan
        storage
        tank
        nas
        cp
        node1
        node2
        k8s
        apps
        fast
        wiki
      }
    },
    findings: { lab in
      let routing = Routing(lab)
      var told: Set<[ThingID]> = []
      return lab.all(Service.self).flatMap { service in
        service.volumes.compactMap { volume -> Diagnostic? in
          let place = service.cluster ?? service.place
          guard !told.contains([place, volume.storageClass]), routing.reaches(place, volume.storageClass) == false
          else {
            return nil
          }
          told.insert([place, volume.storageClass])
          return noWay(
            rb0428, from: place, to: volume.storageClass, about: service.id, at: volume.declared, routing, lab)
        }
      }
    })

  /// Hosts reach the NAS that their VMs' disks lie on.
  static let hostsReachDatastores = Check(
    rb0429,
    bad: {
      let lan = Network("lan", "192.168.10.0/24", gateway: "192.168.10.1")
      let storage = Network("storage", "192.168.2.0/24")
      let tank = Pool("tank", size: .tib(4))
      let nas = TrueNAS("nas", version: "25.10", at: storage["192.168.2.5"]) { tank }
      let pve = ProxmoxHost("pve", at: lan["192.168.10.2"], cores: 8, memory: .gib(32))
      let local = Datastore("tank", on: tank)
      let debian = VMTemplate("debian-13", id: 9000, on: pve, operatingSystem: .debian13)
      let web = VM(
        "web", id: 101, on: pve, at: lan["192.168.10.31"], cores: 2, memory: .gib(2), disk: .gib(20), store: local,
        from: debian)
      return .bare {
        lan
        storage
        tank
        nas
        pve
        local
        debian
        web
      }
    },
    good: {
      let lan = Network("lan", "192.168.10.0/24", gateway: "192.168.10.1")
      let storage = Network("storage", "192.168.2.0/24", gateway: "192.168.2.1")
      let tank = Pool("tank", size: .tib(4))
      let nas = TrueNAS("nas", version: "25.10", at: storage["192.168.2.5"]) { tank }
      let pve = ProxmoxHost("pve", at: lan["192.168.10.2"], cores: 8, memory: .gib(32))
      let local = Datastore("tank", on: tank)
      let debian = VMTemplate("debian-13", id: 9000, on: pve, operatingSystem: .debian13)
      let web = VM(
        "web", id: 101, on: pve, at: lan["192.168.10.31"], cores: 2, memory: .gib(2), disk: .gib(20), store: local,
        from: debian)
      return .bare {
        lan
        storage
        tank
        nas
        pve
        local
        debian
        web
      }
    },
    findings: { lab in
      let routing = Routing(lab)
      var told: Set<[ThingID]> = []
      return lab.all(VM.self).compactMap { vm in
        guard told.insert([vm.host, vm.store]).inserted, routing.reaches(vm.host, vm.store) == false else { return nil }
        return noWay(rb0429, from: vm.host, to: vm.store, about: vm.id, routing, lab)
      }
    })

  /// The target of a backup can be reached from where the data is.
  static let backupTargetIsReached = Check(
    rb0431,
    bad: {
      let lan = Network("lan", "192.168.10.0/24", gateway: "192.168.10.1")
      let storage = Network("storage", "192.168.2.0/24")
      let tank = Pool("tank", size: .tib(4))
      let nas = TrueNAS("nas", version: "25.10", at: lan["192.168.10.7"]) { tank }
      let fast = StorageClass("fast", on: tank, protocol: .iscsi)
      let volume1 = Pool("volume1", size: .tib(4))
      let backups = Synology("backups", version: "7.2", at: storage["192.168.2.5"]) { volume1 }
      let web = BareMetalHost("web", at: lan["192.168.10.6"], cores: 4, memory: .gib(16), disk: .tib(1))
      let site = Service("site", in: web) {
        Container("ghost:5.120.0", port: 80)
        Volume("data", .gib(5), on: fast)
      }
      .backedUp(every: .days(1), keep: .days(7), to: backups)
      return .bare {
        lan
        storage
        tank
        nas
        fast
        volume1
        backups
        web
        site
      }
    },
    good: {
      let lan = Network("lan", "192.168.10.0/24", gateway: "192.168.10.1")
      let storage = Network("storage", "192.168.2.0/24", gateway: "192.168.2.1")
      let tank = Pool("tank", size: .tib(4))
      let nas = TrueNAS("nas", version: "25.10", at: lan["192.168.10.7"]) { tank }
      let fast = StorageClass("fast", on: tank, protocol: .iscsi)
      let volume1 = Pool("volume1", size: .tib(4))
      let backups = Synology("backups", version: "7.2", at: storage["192.168.2.5"]) { volume1 }
      let web = BareMetalHost("web", at: lan["192.168.10.6"], cores: 4, memory: .gib(16), disk: .tib(1))
      let site = Service("site", in: web) {
        Container("ghost:5.120.0", port: 80)
        Volume("data", .gib(5), on: fast)
      }
      .backedUp(every: .days(1), keep: .days(7), to: backups)
      return .bare {
        lan
        storage
        tank
        nas
        fast
        volume1
        backups
        web
        site
      }
    },
    findings: { lab in
      let routing = Routing(lab)
      return lab.all(Service.self).compactMap { service in
        guard case .copied(let policy) = service.backup, routing.reaches(service.id, policy.target) == false else {
          return nil
        }
        return noWay(rb0431, from: service.id, to: policy.target, routing, lab)
      }
    })

  /// Says that there is no way, and on which networks the two are.
  private static func noWay(
    _ rule: Rule, from: ThingID, to other: ThingID, about subject: ThingID? = nil, at location: SourceLocation? = nil,
    _ routing: Routing, _ lab: ResolvedLab
  ) -> Diagnostic {
    let message =
      subject.map { "no network leads from \(from) to \(other), for \($0)" }
      ?? "no network leads from \(from) to \(other)"
    return rule.diagnostic(
      about: subject ?? from, at: location, message,
      notes: [from, other].map { thing in
        let networks = routing.networks(of: thing).map(\.name)
        return Diagnostic.Note(
          networks.isEmpty ? "\(thing) is declared here" : "\(thing) is on \(networks.joined(separator: ", "))",
          about: thing)
      })
  }
}
