import Diagnostics
import LabLanguage
import LabModel

/// A group of machines that share an address and pass traffic on: nginx, kept up by Corosync and Pacemaker.
///
/// ```swift
/// let api = LoadBalancer(
///   "k8s-api", vip: lan["192.168.10.250"],
///   fencing: .proxmox(password: SecretReference("homelab/proxmox/fence", key: "password"))
/// ) {
///   lb1
///   lb2
/// }
/// .fronts(k8s.apiServer)
/// ```
///
/// One machine holds the address; when it fails, another takes it over within seconds: 4 to 6 s after a power loss, under
/// 2 s when planned (measured with the defaults of ``Settings``). Fencing makes sure that no two machines ever hold it.
///
/// Emits an Ansible role with the configuration of nginx, Corosync and Pacemaker; scrape targets and alerts; the runbooks
/// of `runbooks/load-balancer`. What it fronts goes through byte by byte; every service that is exposed through it
/// becomes an HTTP site. Raises `RB0610` to `RB0621`.
public struct LoadBalancer: Frontend {
  /// The load balancer's identity.
  public let id: ThingID
  /// Where it was declared.
  public let declared: SourceLocation
  /// The address that clients use.
  public let vip: NetworkAddress
  /// How a machine that does not answer is made sure to be off.
  public let fencing: Fencing
  /// Times and ports.
  public let settings: Settings
  /// Its machines, the preferred holder of the address first.
  public let machines: [any Machine]
  /// What it fronts byte by byte.
  public internal(set) var endpoints: [Endpoint] = []

  /// Declares a load balancer.
  ///
  /// - Parameters:
  ///   - name: A DNS label; names the Corosync cluster, the Ansible role and the runbooks.
  ///   - vip: The address that clients use, on the network of its machines.
  ///   - fencing: How a machine that does not answer is made sure to be off.
  ///   - settings: Times and ports; measured ones unless said otherwise.
  ///   - file: Left out.
  ///   - line: Left out.
  ///   - machines: At least two VMs, the preferred holder of the address first.
  public init(
    _ name: String, vip: NetworkAddress, fencing: Fencing, settings: Settings = Settings(),
    file: StaticString = #fileID, line: UInt = #line, @Parts<any Machine> machines: () -> [any Machine]
  ) {
    self.id = ThingID("load-balancer", name)
    self.declared = SourceLocation(file, line)
    self.vip = vip
    self.fencing = fencing
    self.settings = settings
    self.machines = machines()
  }

  /// Puts the load balancer in front of a port that several machines answer on alike.
  ///
  /// - Parameter endpoint: Such as the API server of a cluster: `k8s.apiServer`.
  /// - Returns: The load balancer, fronting it.
  public func fronts(_ endpoint: Endpoint) -> LoadBalancer {
    var copy = self
    copy.endpoints.append(endpoint)
    return copy
  }
}
