import Diagnostics

/// TCP or UDP.
public enum Transport: String, Sendable, Hashable, CaseIterable, Codable {
  /// TCP.
  case tcp
  /// UDP.
  case udp
}

/// A port that a thing listens on, and where: two listeners on one port of one place clash.
public struct Listener: Sendable, Hashable {
  /// Where the port is taken: a machine, a VIP, or a cluster for the node ports of all its nodes.
  public var place: ThingID
  /// The port, 1 to 65535 when it is valid.
  public var port: Int
  /// TCP or UDP.
  public var transport: Transport
  /// What answers there, in a few words.
  public var use: String

  /// States a listener.
  public init(on place: ThingID, port: Int, _ transport: Transport = .tcp, use: String) {
    self.place = place
    self.port = port
    self.transport = transport
    self.use = use
  }
}
