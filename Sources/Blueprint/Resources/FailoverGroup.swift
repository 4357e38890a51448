import Diagnostics
import LabModel

/// Hosts that share an address: one holds it, and another takes over when that one is gone.
public struct FailoverGroup: Sendable, Hashable {
  /// The thing it belongs to.
  public var owner: ThingID
  /// Where that was declared.
  public var origin: SourceLocation
  /// The role of the hosts.
  public var role: String
  /// The cluster's name.
  public var name: String
  /// The hosts, the preferred holder first.
  public var members: [Member]
  /// The address that moves.
  public var vip: NetworkAddress
  /// How long a silent member is waited for before it is declared lost, in milliseconds.
  public var token: Int
  /// How often the server and the address are looked at.
  public var monitor: Interval
  /// The server that must run where the address is.
  public var server: Server
  /// How a lost member is made sure to be off.
  public var fencing: Fencing

  /// A host of the group.
  public struct Member: Sendable, Hashable {
    /// The machine.
    public var machine: ThingID
    /// Where it was declared.
    public var origin: SourceLocation
    /// Its address.
    public var address: String
    /// How it is switched off from outside; nil where it is not fenced.
    public var power: Power?

    /// Describes a host.
    public init(machine: ThingID, origin: SourceLocation, address: String, power: Power?) {
      self.machine = machine
      self.origin = origin
      self.address = address
      self.power = power
    }
  }

  /// What switches a VM off.
  public struct Power: Sendable, Hashable {
    /// The address of the Proxmox API that is asked: not that of the host which the VM may have died with.
    public var api: String
    /// Its number in Proxmox.
    public var vmid: Int

    /// Describes what switches a VM off.
    public init(api: String, vmid: Int) {
      self.api = api
      self.vmid = vmid
    }
  }

  /// A server that must run where the address is.
  public enum Server: Sendable, Hashable {
    /// nginx, with its configuration file and the URL on the host itself that answers with its status.
    case nginx(configuration: String, status: String)
  }

  /// How a lost member is made sure to be off.
  public enum Fencing: Sendable, Hashable {
    /// The Proxmox API stops its VM, asked by an account whose password lies in ``FailoverGroup/passwordFile``.
    case proxmox(account: String)
    /// Not at all, with the reason that the person gave for taking the risk that two hosts hold the address.
    case waived(reason: String)
  }

  /// Where Corosync's configuration lies on hosts.
  public static let corosyncFile = "/etc/corosync/corosync.conf"
  /// Where Corosync's key lies on hosts.
  public static let keyFile = "/etc/corosync/authkey"
  /// Where the password for fencing lies on hosts, read by root only.
  public static let passwordFile = "/etc/pacemaker/fence-pve.password"
  /// Where the program lies on hosts that makes the live configuration equal to ``resourcesFile``.
  public static let applyProgram = "/usr/local/sbin/apply-cib"
  /// Where the wanted configuration of Pacemaker lies on hosts.
  public var resourcesFile: String { "/etc/pacemaker/\(name).xml" }

  /// Describes a group.
  public init(
    owner: ThingID, origin: SourceLocation, role: String, name: String, members: [Member], vip: NetworkAddress,
    token: Int, monitor: Interval, server: Server, fencing: Fencing
  ) {
    self.owner = owner
    self.origin = origin
    self.role = role
    self.name = name
    self.members = members
    self.vip = vip
    self.token = token
    self.monitor = monitor
    self.server = server
    self.fencing = fencing
  }
}
