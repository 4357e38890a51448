import Diagnostics
import LabModel

/// A class of volumes: where the data of services' volumes lies, and how it is reached.
///
/// ```swift
/// let iscsi = StorageClass("freenas-iscsi-csi", on: tank, protocol: .iscsi)
/// let local = StorageClass.existing("local-path", in: cluster)
/// ```
///
/// Emits a StorageClass in each cluster whose services use it, unless it exists there already.
public struct StorageClass: Component {
  /// How volumes of a class are reached.
  public enum AccessProtocol: String, Sendable, Hashable, CaseIterable {
    /// A block device over the network; one node at a time.
    case iscsi = "iSCSI"
    /// A file system over the network; several nodes at a time.
    case nfs = "NFS"
  }

  /// What becomes of the data when a claim is deleted.
  public enum Reclaim: String, Sendable, Hashable, CaseIterable {
    /// It stays until somebody deletes it.
    case retain = "Retain"
    /// It is deleted.
    case delete = "Delete"
  }

  /// A parameter of the driver that makes volumes.
  public struct Parameter: Sendable, Hashable {
    /// Its name.
    public let name: String
    /// Its value.
    public let value: String
  }

  /// The class's identity.
  public let id: ThingID
  /// Where it was declared.
  public let declared: SourceLocation
  /// The pool that the data lies on; nil for a class that exists and of which that is not known.
  public let pool: ThingID?
  /// How volumes are reached; nil for a class that exists and of which that is not known.
  public let accessProtocol: AccessProtocol?
  /// The cluster that has the class already; nil for a class that is made.
  public let cluster: ThingID?
  /// Whether several nodes can use a volume at a time.
  public let isShared: Bool
  /// The driver that makes volumes.
  public let provisioner: String
  /// The driver's parameters, in the order that was written.
  public let parameters: [Parameter]
  /// Options of the mount on a node.
  public let mountOptions: [String]
  /// What becomes of the data when a claim is deleted.
  public let reclaim: Reclaim
  /// Whether claims that name no class are given this one.
  public let isDefault: Bool
  /// The service that makes volumes and attaches them; nil where that is not a service of the lab.
  public private(set) var driver: ThingID?

  /// Declares a class of volumes.
  ///
  /// - Parameters:
  ///   - name: Its name in Kubernetes.
  ///   - pool: The pool that the data lies on.
  ///   - accessProtocol: How volumes are reached.
  ///   - provisioner: The driver that makes volumes; democratic-csi's for the protocol unless said otherwise.
  ///   - parameters: The driver's parameters.
  ///   - mountOptions: Options of the mount on a node.
  ///   - reclaim: What becomes of the data when a claim is deleted; it stays unless said otherwise.
  ///   - isDefault: Whether claims that name no class are given this one.
  ///   - file: Left out.
  ///   - line: Left out.
  public init(
    _ name: String, on pool: Pool, protocol accessProtocol: AccessProtocol, provisioner: String? = nil,
    parameters: KeyValuePairs<String, String> = [:], mountOptions: [String] = [], reclaim: Reclaim = .retain,
    isDefault: Bool = false, file: StaticString = #fileID, line: UInt = #line
  ) {
    self.id = ThingID("storage-class", name)
    self.declared = SourceLocation(file, line)
    self.pool = pool.id
    self.accessProtocol = accessProtocol
    self.cluster = nil
    self.isShared = accessProtocol == .nfs
    self.provisioner = provisioner ?? "org.democratic-csi.\(accessProtocol == .nfs ? "nfs" : "iscsi")"
    self.parameters = parameters.map { Parameter(name: $0.key, value: $0.value) }
    self.mountOptions = mountOptions
    self.reclaim = reclaim
    self.isDefault = isDefault
  }

  private init(
    existing name: String, in cluster: ThingID, isShared: Bool, isDefault: Bool = false, declared: SourceLocation
  ) {
    self.id = ThingID("storage-class", name)
    self.declared = declared
    self.pool = nil
    self.accessProtocol = nil
    self.cluster = cluster
    self.isShared = isShared
    self.provisioner = ""
    self.parameters = []
    self.mountOptions = []
    self.reclaim = .retain
    self.isDefault = isDefault
  }

  /// A class that a cluster has already, and that Rackbook does not make.
  ///
  /// - Parameters:
  ///   - name: Its name in Kubernetes.
  ///   - cluster: The cluster that has it.
  ///   - isShared: Whether several nodes can use a volume at a time; one unless said otherwise.
  ///   - file: Left out.
  ///   - line: Left out.
  /// - Returns: The class.
  public static func existing(
    _ name: String, in cluster: any Cluster, isShared: Bool = false, file: StaticString = #fileID, line: UInt = #line
  ) -> StorageClass {
    StorageClass(existing: name, in: cluster.id, isShared: isShared, declared: SourceLocation(file, line))
  }

  /// The class that a cluster gives to claims that name none, whichever that is.
  ///
  /// ```swift
  /// let whatever = StorageClass.clusterDefault(in: k8s)
  /// ```
  ///
  /// - Parameters:
  ///   - cluster: The cluster.
  ///   - isShared: Whether several nodes can use a volume at a time; one unless said otherwise.
  ///   - file: Left out.
  ///   - line: Left out.
  /// - Returns: The class.
  public static func clusterDefault(
    in cluster: any Cluster, isShared: Bool = false, file: StaticString = #fileID, line: UInt = #line
  ) -> StorageClass {
    StorageClass(
      existing: "\(cluster.id.name)-default", in: cluster.id, isShared: isShared, isDefault: true,
      declared: SourceLocation(file, line))
  }

  /// Whether claims name no class, because their cluster gives them this one.
  public var isClusterDefault: Bool { cluster != nil && isDefault }

  /// Protocol and pool, or the cluster that has it.
  public var summary: String {
    if let pool, let accessProtocol { return "volumes over \(accessProtocol.rawValue) on pool \(pool.name)" }
    return "volumes as cluster \(cluster?.name ?? "") makes them"
  }

  /// Stored on its pool, or belongs to its cluster.
  public var relations: [Relation] {
    (pool.map { [Relation(.storedOn, $0)] } ?? []) + (cluster.map { [Relation(.runsOn, $0)] } ?? [])
  }

  /// Names the service that makes the volumes of the class and attaches them, such as democratic-csi's controller.
  ///
  /// A driver that itself needs such a volume could never start: reported, with the path.
  ///
  /// - Parameter driver: The service.
  /// - Returns: The class with its driver.
  public func provisioned(by driver: Service) -> StorageClass {
    var copy = self
    copy.driver = driver.id
    return copy
  }

  /// Its driver.
  public var startNeeds: [StartNeed] { driver.map { [StartNeed(.thing($0), "has its volumes attached by")] } ?? [] }

  /// Pool and protocol.
  public var facts: [Fact] {
    var facts: [Fact] = []
    if let pool { facts.append(Fact("pool", "Pool", pool.name, link: pool)) }
    if let accessProtocol { facts.append(Fact("protocol", "Protocol", accessProtocol.rawValue)) }
    if let cluster { facts.append(Fact("cluster", "Cluster", cluster.name, link: cluster)) }
    if let driver { facts.append(Fact("driver", "Driver", driver.name, link: driver)) }
    return facts
  }
}
