import Diagnostics

/// An address as a lab states it, written `lan["192.168.10.21"]`: on which network, and what was written.
public struct NetworkAddress: Sendable, Hashable, CustomStringConvertible {
  /// The network it was taken from.
  public var network: ThingID
  /// What was written.
  public var text: String
  /// The address, or nil where the text is none; a check says so.
  public var ip: IPv4Address?
  /// How many bits of it name the network, or nil where the network's own CIDR cannot be read.
  public var prefix: Int?

  /// States an address on a network.
  public init(_ text: String, on network: ThingID, prefix: Int?) {
    self.network = network
    self.text = text
    self.ip = IPv4Address(text)
    self.prefix = prefix
  }

  /// What was written.
  public var description: String { text }

  /// Address and prefix length, such as `192.168.10.21/24`.
  public var cidr: String { "\(text)/\(prefix ?? 32)" }
}
