import Diagnostics

/// Settings of a service's pods as a whole.
///
/// ```swift
/// Pod(hostNetwork: true, stopGrace: .minutes(2), fsGroup: 1000, sysctls: ["net.ipv4.ip_forward": "1"])
/// ```
public struct Pod: Sendable, Hashable {
  /// How names are looked up.
  public enum DNSPolicy: String, Sendable, Hashable, CaseIterable {
    /// In the cluster first.
    case clusterFirst = "ClusterFirst"
    /// In the cluster first, also with the node's network.
    case clusterFirstWithHostNet = "ClusterFirstWithHostNet"
    /// As the node does.
    case nodeDefault = "Default"
    /// As a ``DNSConfig`` says and nothing else.
    case configOnly = "None"
  }

  /// A setting of the kernel.
  public struct Sysctl: Sendable, Hashable {
    /// Its name.
    public let name: String
    /// Its value.
    public let value: String
  }

  /// Whether the pods use the node's network instead of their own.
  public let hostNetwork: Bool
  /// Whether the pods see the node's processes.
  public let hostPID: Bool
  /// Whether the pods share System V IPC with the node.
  public let hostIPC: Bool
  /// Whether the containers of a pod see each other's processes.
  public let sharesProcesses: Bool
  /// How long a pod may take to stop before it is killed; nil for 30 seconds.
  public let stopGrace: Interval?
  /// The pods' host name; nil for the pod's own name.
  public let hostname: String?
  /// The pods' subdomain; nil for none.
  public let subdomain: String?
  /// How names are looked up; nil for what fits the network.
  public let dnsPolicy: DNSPolicy?
  /// The service account that the pods have; nil for the namespace's default.
  public let serviceAccount: String?
  /// Whether the pods get a token for the cluster's API.
  public let mountsServiceAccountToken: Bool
  /// How important the pods are: the name of a PriorityClass that exists.
  public let priorityClass: String?
  /// What runs the containers: the name of a RuntimeClass that exists.
  public let runtimeClass: String?
  /// The group that owns volumes; nil for as they are.
  public let fsGroup: Int?
  /// Further groups of every container's user.
  public let supplementalGroups: [Int]
  /// Settings of the kernel, in the order that was written.
  public let sysctls: [Sysctl]
  /// Where it was declared.
  public let declared: SourceLocation

  /// Declares settings of pods.
  ///
  /// - Parameters:
  ///   - hostNetwork: Whether the pods use the node's network instead of their own.
  ///   - hostPID: Whether the pods see the node's processes.
  ///   - hostIPC: Whether the pods share System V IPC with the node.
  ///   - sharesProcesses: Whether the containers of a pod see each other's processes.
  ///   - stopGrace: How long a pod may take to stop before it is killed; 30 seconds unless said otherwise.
  ///   - hostname: The pods' host name, a DNS label; the pod's own name unless said otherwise.
  ///   - subdomain: The pods' subdomain, a DNS label.
  ///   - dnsPolicy: How names are looked up; in the cluster first unless said otherwise.
  ///   - serviceAccount: The name of a service account that exists.
  ///   - mountsServiceAccountToken: Whether the pods get a token for the cluster's API; they do not unless said otherwise.
  ///   - priorityClass: The name of a PriorityClass that exists.
  ///   - runtimeClass: The name of a RuntimeClass that exists.
  ///   - fsGroup: The group that owns volumes, 0 to 2147483647.
  ///   - supplementalGroups: Further groups of every container's user.
  ///   - sysctls: Settings of the kernel.
  ///   - file: Left out.
  ///   - line: Left out.
  public init(
    hostNetwork: Bool = false, hostPID: Bool = false, hostIPC: Bool = false, sharesProcesses: Bool = false,
    stopGrace: Interval? = nil, hostname: String? = nil, subdomain: String? = nil, dnsPolicy: DNSPolicy? = nil,
    serviceAccount: String? = nil, mountsServiceAccountToken: Bool = false, priorityClass: String? = nil,
    runtimeClass: String? = nil, fsGroup: Int? = nil, supplementalGroups: [Int] = [],
    sysctls: KeyValuePairs<String, String> = [:], file: StaticString = #fileID, line: UInt = #line
  ) {
    self.hostNetwork = hostNetwork
    self.hostPID = hostPID
    self.hostIPC = hostIPC
    self.sharesProcesses = sharesProcesses
    self.stopGrace = stopGrace
    self.hostname = hostname
    self.subdomain = subdomain
    self.dnsPolicy = dnsPolicy
    self.serviceAccount = serviceAccount
    self.mountsServiceAccountToken = mountsServiceAccountToken
    self.priorityClass = priorityClass
    self.runtimeClass = runtimeClass
    self.fsGroup = fsGroup
    self.supplementalGroups = supplementalGroups
    self.sysctls = sysctls.map { Sysctl(name: $0.key, value: $0.value) }
    self.declared = SourceLocation(file, line)
  }
}
