import Diagnostics
import LabModel

/// A virtual machine to be made.
public struct MachineResource: Sendable, Hashable {
  /// The VM it is.
  public var owner: ThingID
  /// Where it was declared.
  public var origin: SourceLocation
  /// Its number in Proxmox.
  public var vmid: Int
  /// The Proxmox node it runs on.
  public var node: String
  /// The number of the template it is cloned from, and the node that lies on.
  public var template: Template
  /// How many processor cores it gets.
  public var cores: Int
  /// How much memory it gets.
  public var memory: DataSize
  /// How large its disk is.
  public var disk: DataSize
  /// The Proxmox storage of its disk.
  public var datastore: String
  /// Its address.
  public var address: NetworkAddress
  /// The router's address, if its network has one.
  public var gateway: String?
  /// The name servers it uses.
  public var dns: [String]
  /// The domain that its host name ends in.
  public var domain: String
  /// The bridge it is plugged into.
  public var bridge: String
  /// The VLAN tag of its network.
  public var vlan: Int?
  /// The MAC address of its first interface; nil where Proxmox chooses one.
  public var mac: String?
  /// The largest packet of its first interface; nil where it is the usual 1500.
  public var mtu: Int?
  /// Its interfaces beside the first, none of which has a gateway.
  public var moreInterfaces: [Interface]
  /// The account that is made on it.
  public var account: String
  /// Words to find it by in Proxmox, sorted.
  public var tags: [String]
  /// Whether its disk holds what cannot be made again: no plan may destroy it then.
  public var holdsState: Bool

  /// A template to clone.
  public struct Template: Sendable, Hashable {
    /// Its number in Proxmox.
    public var vmid: Int
    /// The node it lies on.
    public var node: String
    /// The thing of the lab that it is; nil for one that the lab does not describe.
    public var thing: ThingID?

    /// Names a template.
    public init(vmid: Int, node: String, thing: ThingID? = nil) {
      self.vmid = vmid
      self.node = node
      self.thing = thing
    }
  }

  /// A network interface beside the first.
  public struct Interface: Sendable, Hashable {
    /// Where it was declared.
    public var origin: SourceLocation
    /// Its address.
    public var address: NetworkAddress
    /// The bridge it is plugged into.
    public var bridge: String
    /// The VLAN tag of its network.
    public var vlan: Int?
    /// Its MAC address; nil where Proxmox chooses one.
    public var mac: String?
    /// Its largest packet; nil where it is the usual 1500.
    public var mtu: Int?

    /// Describes an interface.
    public init(
      origin: SourceLocation, address: NetworkAddress, bridge: String, vlan: Int? = nil, mac: String? = nil,
      mtu: Int? = nil
    ) {
      self.origin = origin
      self.address = address
      self.bridge = bridge
      self.vlan = vlan
      self.mac = mac
      self.mtu = mtu
    }
  }

  /// Describes a VM.
  public init(
    owner: ThingID, origin: SourceLocation, vmid: Int, node: String, template: Template, cores: Int, memory: DataSize,
    disk: DataSize, datastore: String, address: NetworkAddress, gateway: String?, dns: [String], domain: String,
    bridge: String, vlan: Int?, mac: String? = nil, mtu: Int? = nil, moreInterfaces: [Interface] = [],
    account: String, tags: [String], holdsState: Bool = true
  ) {
    self.owner = owner
    self.origin = origin
    self.vmid = vmid
    self.node = node
    self.template = template
    self.cores = cores
    self.memory = memory
    self.disk = disk
    self.datastore = datastore
    self.address = address
    self.gateway = gateway
    self.dns = dns
    self.domain = domain
    self.bridge = bridge
    self.vlan = vlan
    self.mac = mac
    self.mtu = mtu
    self.moreInterfaces = moreInterfaces
    self.account = account
    self.tags = tags
    self.holdsState = holdsState
  }
}
