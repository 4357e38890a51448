import Diagnostics
import LabModel

/// The narrow waist: everything that is to be made, in words that know no tool.
///
/// Systems add resources, emitters read them (design decision: 18 systems and 12 emitters are 30 pieces, not 216).
public struct Blueprint: Sendable {
  /// The lab it is made for.
  public let lab: ResolvedLab
  /// Virtual machines to be made.
  public var machines: [MachineResource] = []
  /// Configuration of hosts.
  public var roles: [HostRole] = []
  /// Files for hosts whose content a system gives itself.
  public var hostFiles: [HostFile] = []
  /// Traffic that is passed on to backends.
  public var loadBalancing: [LoadBalancing] = []
  /// Groups of hosts that share an address.
  public var failoverGroups: [FailoverGroup] = []
  /// Kubernetes clusters to be installed.
  public var clusters: [ClusterInstallation] = []
  /// What is to run in each cluster.
  public var contents: [ClusterContents] = []
  /// What Prometheus asks.
  public var scrapeTargets: [ScrapeTarget] = []
  /// What Prometheus warns of.
  public var alerts: [AlertResource] = []
  /// Secrets that artifacts and runbooks read at run time.
  public var secrets: [SecretResource] = []
  /// Runbooks, each with the thing it is for and that thing's facts.
  public var procedures: [Procedure] = []

  /// An empty blueprint of a lab.
  public init(for lab: ResolvedLab) {
    self.lab = lab
  }

  /// Where some things are declared, those that the lab has: what a line depends on that shows their values.
  public func places(of things: ThingID?...) -> [SourceLocation] {
    things.compactMap { $0.flatMap { lab[$0]?.declared } }
  }

  /// The line that says where a file comes from, for the file's first lines.
  ///
  /// - Parameters:
  ///   - owner: The thing that the file is made for.
  ///   - origin: Where that was declared.
  /// - Returns: One line without comment signs.
  public static func provenance(_ owner: ThingID, _ origin: SourceLocation) -> String {
    "Made by rackbook from \(origin.file) (\(owner.kind) \(owner.name)). Change it there, not here."
  }
}
