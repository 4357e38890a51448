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
    bad: { database(on: Network("storage", "192.168.2.0/24")) },
    good: { database(on: Network("storage", "192.168.2.0/24", gateway: "192.168.2.1")) },
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
    bad: { nodes(on: Network("storage", "192.168.2.0/24")) },
    good: { nodes(on: Network("storage", "192.168.2.0/24", gateway: "192.168.2.1")) },
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
    bad: { volumes(on: Network("storage", "192.168.2.0/24")) },
    good: { volumes(on: Network("storage", "192.168.2.0/24", gateway: "192.168.2.1")) },
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
    bad: { disks(on: Network("storage", "192.168.2.0/24")) },
    good: { disks(on: Network("storage", "192.168.2.0/24", gateway: "192.168.2.1")) },
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
    bad: { copies(on: Network("storage", "192.168.2.0/24")) },
    good: { copies(on: Network("storage", "192.168.2.0/24", gateway: "192.168.2.1")) },
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

/// A lab with a service that needs a database on another network.
private func database(on network: Network) -> ResolvedLab {
  let db = Example.machine("db", at: network["192.168.2.6"])
  let postgres = Service("postgres", in: db) { Container("postgres:17.6", port: 5432) }
  return .example {
    network
    db
    postgres
    Service("site", in: Example.node) { Container("ghost:5.120.0", port: 80) }.needs(postgres)
  }
}

/// A lab with a service in a cluster on another network, exposed through a load balancer on the LAN.
private func nodes(on network: Network) -> ResolvedLab {
  let node = Example.machine("worker", at: network["192.168.2.11"])
  let cluster = ExampleCluster(of: [node])
  let apps = Namespace("apps", in: cluster)
  return .example {
    network
    node
    cluster
    apps
    ExampleFrontend.first
    Service("web", in: apps) { Container("nginx:1.28.0", port: 80) }
      .exposed(at: "web.lab.example", through: ExampleFrontend.first, nodePort: 30080)
  }
}

/// A NAS on another network.
private func nas(on network: Network, _ pool: Pool) -> [any Component] {
  [network, pool, TrueNAS("nas", version: "25.10", at: network["192.168.2.5"]) { pool }]
}

/// A lab with a service in a cluster, whose volume lies on another network.
private func volumes(on network: Network) -> ResolvedLab {
  let pool = Pool("fast", size: .tib(4))
  let fast = StorageClass("fast", on: pool, protocol: .iscsi)
  return .inCluster(beside: nas(on: network, pool) + [fast]) {
    Volume("data", .gib(5), on: fast).notBackedUp(because: "an example")
  }
}

/// A lab with a VM whose disk lies on another network.
private func disks(on network: Network) -> ResolvedLab {
  let pool = Pool("fast", size: .tib(4))
  let store = Datastore("fast", on: pool)
  return .example {
    nas(on: network, pool)
    store
    Example.vm("web", id: 131, at: Example.lan["192.168.10.31"], store: store)
  }
}

/// A lab with a service that is backed up to another network.
private func copies(on network: Network) -> ResolvedLab {
  let pool = Pool("volume2", size: .tib(4))
  let backups = Synology("backups", version: "7.2", at: network["192.168.2.5"]) { pool }
  return .example {
    network
    pool
    backups
    Service("site", in: Example.node) {
      Container("ghost:5.120.0", port: 80)
      Volume("data", .gib(5), on: Example.iscsi)
    }
    .backedUp(every: .days(1), keep: .days(7), to: backups)
  }
}
