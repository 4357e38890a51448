import LabLanguage
import LabModel
import Systems

extension LabPlan {
  struct ClusterPlan: Sendable {
    var name: String
    var masters: [Computer]
    var workers: [Computer]
    var etcdOnly: [Computer] = []
    var release = "2.31.0"
    var kubernetes = "1.35.4"
    var pods: String
    var nodePrefix = 24
    var services: String
    var serverNames: [String] = []
    var variables: [(name: String, value: String)] = []
    var etcd = EtcdSettings()
    var dnsDomain = "cluster.local"
    var mtu: Int?
    var dns: String?
  }

  struct Balancer: Sendable {
    var name: String
    var vip: Place
    var members: [Computer]
    var isFenced = true
    var account = "fence@pve"
    var token = 1000
    /// The cluster whose API server it fronts.
    var cluster: Int?
    /// An endpoint of its own without machines.
    var frontsNothing = false
  }

  struct MovingAddress: Sendable {
    var name: String
    var place: Place
    var members: [Computer]
  }

  enum Home: Sendable {
    case computer(Computer)
    case namespace(Int)
  }

  struct ServicePlan: Sendable {
    var name: String
    var home: Home
    var image: String
    var port: Int?
    var volumes: [VolumePlan] = []
    var backup: BackupPlan?
    var exposures: [ExposurePlan] = []
    var alerts: [AlertPlan] = []
    /// Positions of the services that it needs.
    var needs: [Int] = []
    /// Positions of the services that it waits for, and until when.
    var waits: [(service: Int, until: WaitCondition)] = []
    var workload = Workload()
    var breakGlass: String?
  }

  /// What a service says of its pods.
  struct Workload: Sendable {
    var replicas: Int?
    var isOnEveryNode = false
    /// Where its cache is mounted, by the name that the mount says.
    var mounts: [(volume: String, path: String)] = []
    var alias: String?
  }

  struct VolumePlan: Sendable {
    var name: String
    var size: DataSize
    var volumeClass: Int
  }

  struct BackupPlan: Sendable {
    var every: Interval
    var keep: Interval
    /// The position of the NAS that copies go to; nil where the service is not backed up on purpose.
    var target: Int?
    var rpo: Interval?
    var rto: Interval?
  }

  struct ExposurePlan: Sendable {
    var host: String
    var balancer: Int
    var port = 80
    var nodePort: Int
  }

  struct AlertPlan: Sendable {
    var name: String
    var expression: String
    var says: String
    var runbook: String?
  }
}
