import LabModel

/// What stands on networks and joins them.
extension LabPlan {
  /// A range that DHCP leases from.
  struct Lease: Sendable {
    var from: String
    var to: String
    var gateway: String?
    var dns: [String] = []
    var mtu: Int?
  }

  /// Addresses for the services of a cluster.
  struct ServicePool: Sendable {
    var name: String
    var from: String
    var to: String
    /// Whether routers learn of it by BGP.
    var isRouted = false
  }

  /// An interface beside a machine's first.
  struct Interface: Sendable {
    var place: Place
    var mac: String?
    var mtu: Int?
  }

  struct BridgePlan: Sendable {
    var name = "vmbr0"
    var vlans: [Int]?
    var native: Int?
    var mtu = 1500
    /// The host's own address on it.
    var place: Place?
  }

  struct RouterPlan: Sendable {
    var name: String
    var computer: Computer
  }

  /// A router that speaks BGP with the cluster.
  struct PeerPlan: Sendable {
    var name: String
    var place: Place
    var asn = 64_513
    var localASN = 64_512
    var holdTime: Interval = .seconds(90)
    var isFar = false
  }

  struct ZonePlan: Sendable {
    var domain: String
    var records: [RecordPlan] = []
  }

  struct RecordPlan: Sendable {
    enum Data: Sendable {
      case place(Place)
      case text(String)
      case alias(String)
    }

    var name: String
    var data: Data
  }

  struct VPNPlan: Sendable {
    var name: String
    var mtu = 1420
    var sites: [SitePlan]
  }

  struct SitePlan: Sendable {
    var name: String
    var address: String
    /// The machine of this lab that the tunnel ends on.
    var computer: Computer?
    var endpoint: String?
    var port = 51_820
    /// Positions of this lab's networks that lie behind it.
    var nets: [Int] = []
    /// Networks elsewhere that lie behind it.
    var lans: [String] = []
  }

  struct Repository: Sendable {
    var name: String
    var url: String
    var knownHosts: String?
  }
}
