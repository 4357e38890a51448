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
    /// Its number in Proxmox.
    public var vmid: Int
    /// The Proxmox node it runs on.
    public var node: String

    /// Describes a host.
    public init(machine: ThingID, origin: SourceLocation, address: String, vmid: Int, node: String) {
      self.machine = machine
      self.origin = origin
      self.address = address
      self.vmid = vmid
      self.node = node
    }
  }

  /// How a lost member is made sure to be off.
  public enum Fencing: Sendable, Hashable {
    /// The Proxmox API stops its VM: addresses of the API, the account, and where its password is kept.
    case proxmox(api: [String], account: String, password: SecretReference)
    /// Not at all, with the reason that the person gave for taking the risk that two hosts hold the address.
    case waived(reason: String)
  }

  /// Describes a group.
  public init(
    owner: ThingID, origin: SourceLocation, role: String, name: String, members: [Member], vip: NetworkAddress,
    token: Int, fencing: Fencing
  ) {
    self.owner = owner
    self.origin = origin
    self.role = role
    self.name = name
    self.members = members
    self.vip = vip
    self.token = token
    self.fencing = fencing
  }
}
