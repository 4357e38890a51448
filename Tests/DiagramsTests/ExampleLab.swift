import Diagnostics
import LabModel

/// A thing of any kind.
struct Thing: Component {
  var id: ThingID
  var summary = ""
  var relations: [Relation] = []
  var addresses: [NetworkAddress] = []
  var addressRanges: [AddressRange] = []
  var facts: [Fact] = []
  let declared = SourceLocation("Lab/Lab.swift", 1)

  init(_ kind: String, _ name: String, _ relations: Relation...) {
    id = ThingID(kind, name)
    self.relations = relations
  }

  func at(_ address: String, on network: String) -> Thing {
    var copy = self
    copy.addresses.append(NetworkAddress(address, on: ThingID("network", network), prefix: 24))
    return copy
  }

  func described(_ summary: String) -> Thing {
    var copy = self
    copy.summary = summary
    return copy
  }
}

/// A VM, or bare metal if its host is itself.
struct ExampleMachine: Machine {
  var id: ThingID
  var failureDomain: ThingID
  var address: NetworkAddress
  var relations: [Relation] = []
  let declared = SourceLocation("Lab/Lab.swift", 2)
  let cores = 4
  let memory = DataSize.gib(8)
  let operatingSystem = OperatingSystem.debian13
  let summary = "a machine"
  let facts: [Fact] = []
  var addresses: [NetworkAddress] { [address] }

  init(_ id: ThingID, on host: ThingID, at address: String, _ relations: Relation...) {
    self.id = id
    failureDomain = host
    self.address = NetworkAddress(address, on: ThingID("network", "lan"), prefix: 24)
    self.relations = relations
  }
}

/// A NAS with one pool.
struct ExampleStorage: NetworkStorage {
  let id: ThingID
  let declared = SourceLocation("Lab/Lab.swift", 3)
  let address = NetworkAddress("10.0.2.24", on: ThingID("network", "storage"), prefix: 24)
  let product = "TrueNAS 25.10"
  let summary = "a NAS"
  let facts: [Fact] = []
  let pool: ThingID
  var addresses: [NetworkAddress] { [address] }
  var relations: [Relation] { [Relation(.consistsOf, pool)] }
}

extension ResolvedLab {
  /// Two hosts, bare metal, a NAS, a cluster with two namespaces, five services; every name goes through the closure.
  static func example(_ name: (String) -> String = { $0 }) -> ResolvedLab {
    let pve1 = ThingID("host", name("pve1"))
    let pool = ThingID("pool", name("tank"))
    let store = ThingID("datastore", name("tank-store"))
    let apps = ThingID("namespace", name("apps"))
    let csi = ThingID("storage-class", name("iscsi"))
    let lb = ThingID("vm", name("lb"))
    let metal = ThingID("host", name("metal"))
    let database = ThingID("service", name("db"))
    return ResolvedLab(
      name: "example", domain: "lab.example",
      listed: [
        Thing("network", "lan").described("10.0.1.0/24"), Thing("network", "storage").described("10.0.2.0/24"),
        Thing("network", "empty"),
        Thing("host", pve1.name).at("10.0.1.21", on: "lan").at("10.0.2.21", on: "storage"),
        Thing("host", name("pve2")).at("10.0.1.22", on: "lan"),
        ExampleMachine(metal, on: metal, at: "10.0.1.30"),
        ExampleMachine(lb, on: pve1, at: "10.0.1.51", Relation(.runsOn, pve1), Relation(.storedOn, store)),
        Thing("datastore", store.name, Relation(.storedOn, pool)),
        ExampleStorage(id: ThingID("nas", name("truenas")), pool: pool),
        Thing("pool", pool.name), Thing("storage-class", csi.name, Relation(.storedOn, pool)),
        Thing("vip", name("vip"), Relation(.heldBy, lb)).at("10.0.1.250", on: "lan"),
        Thing("cluster", name("homelab"), Relation(.consistsOf, lb)),
        Thing("namespace", apps.name, Relation(.runsOn, ThingID("cluster", name("homelab")))),
        Thing("service", name("web"), Relation(.runsOn, apps), Relation(.needs, database)),
        Thing("service", database.name, Relation(.runsOn, apps), Relation(.storedOn, csi)),
        Thing("service", name("vault"), Relation(.runsOn, lb), Relation(.needs, ThingID("nas", name("truenas")))),
        Thing("own-kind", name("printer")).at("10.0.1.99", on: "lan"),
      ])
  }
}
