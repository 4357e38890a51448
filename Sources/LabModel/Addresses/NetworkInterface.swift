import Diagnostics

/// How a thing is plugged into a network: an interface of a machine, or the address that a host has on a bridge.
public struct NetworkInterface: Sendable, Hashable {
  /// Its name where it has one, such as `vmbr1`; else its place among the thing's interfaces, `net0` first.
  public var name: String
  /// Its address, which names its network too.
  public var address: NetworkAddress
  /// What was written as its MAC address; nil where whoever makes the interface chooses one.
  public var macText: String?
  /// Its largest packet in bytes; nil where it is that of its network.
  public var mtu: Int?
  /// Where it was declared.
  public var declared: SourceLocation

  /// States an interface.
  public init(
    _ name: String, _ address: NetworkAddress, mac: String? = nil, mtu: Int? = nil, declared: SourceLocation
  ) {
    self.name = name
    self.address = address
    self.macText = mac
    self.mtu = mtu
    self.declared = declared
  }

  /// The network it is plugged into.
  public var network: ThingID { address.network }
  /// Its MAC address, or nil where there is none or the text is none.
  public var mac: MACAddress? { macText.flatMap { MACAddress($0) } }
}
