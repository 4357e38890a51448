import Documents
import LabLanguage
import LabModel

/// A lab before its words are written: what a generator fills in and a fault changes.
///
/// Things refer to each other by their place in these lists.
struct LabPlan: Sendable {
  var name = "generated"
  var domain = "lab.example"
  var account = "ops"
  var networks: [Net] = []
  var hosts: [Host] = []
  var templates: [Template] = []
  var nas: [NAS] = []
  var stores: [Store] = []
  var classes: [VolumeClass] = []
  var vms: [Guest] = []
  var metals: [Metal] = []
  var clusters: [ClusterPlan] = []
  var namespaces: [(name: String, cluster: Int)] = []
  var balancers: [Balancer] = []
  var vips: [MovingAddress] = []
  var services: [ServicePlan] = []
  var routers: [RouterPlan] = []
  var peers: [PeerPlan] = []
  var zones: [ZonePlan] = []
  var vpns: [VPNPlan] = []
  var repositories: [Repository] = []
  /// Raw objects for the first cluster.
  var rawObjects: [Node] = []
  /// Things that refer to no other: files of one's own, patches, waivers, policies.
  var others: [any Component] = []
  var runbooks: [(path: String, text: String)] = []
  /// Positions of bare-metal hosts that are used and not listed.
  var unlisted: Set<Int> = []

  struct Net: Sendable {
    var name: String
    /// The first three numbers: `10.3.20`.
    var stem: String
    var cidr: String
    var gateway: String?
    var dns: [String] = []
    var ntp: [String] = []
    var searchDomains: [String] = []
    var mtu = 1500
    var vlan: Int?
    var bridge = "vmbr0"
    var dhcp: [Lease] = []
    var reserved: [(name: String, from: String, to: String)] = []
    var pools: [ServicePool] = []
    var routes: [(to: String, via: String)] = []
    /// The last number of the next fixed address.
    var next = 10
  }

  /// An address as it is written, on a network.
  struct Place: Sendable, Equatable {
    var net: Int
    var text: String
  }

  struct Host: Sendable {
    var name: String
    var place: Place
    var cores: Int
    var memory: Int
    /// Its bridges; none where the lab does not tell of them.
    var bridges: [BridgePlan] = []
  }

  struct Template: Sendable {
    var name: String
    var id: Int
    var host: Int
    var system = OperatingSystem.debian13
  }

  struct NAS: Sendable {
    var name: String
    var isTrueNAS: Bool
    var place: Place
    var version: String
    /// What copies are read back at, in MiB/s.
    var speed = 100
    var pools: [(name: String, size: DataSize)]
  }

  struct Store: Sendable {
    var name: String
    var pool: String?
  }

  struct VolumeClass: Sendable {
    var name: String
    var pool: String
    var isBlock: Bool
  }

  struct Guest: Sendable {
    var name: String
    var id: Int
    var host: Int
    var place: Place
    var cores: Int
    var memory: Int
    var disk: Int
    var store = 0
    var template = 0
    var mac: String?
    var interfaces: [Interface] = []
  }

  struct Metal: Sendable {
    var name: String
    var place: Place
    var cores: Int
    var memory: Int
    var disk: Int
    var system = OperatingSystem.ubuntu2404
    var mac: String?
    var interfaces: [Interface] = []
  }

  enum Computer: Sendable, Equatable {
    case vm(Int)
    case metal(Int)
  }
}
