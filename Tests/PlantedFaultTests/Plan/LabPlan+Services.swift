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
  }

  struct Balancer: Sendable {
    var name: String
    var vip: Place
    var members: [Computer]
    var isFenced = true
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
