/// A port with its transport, written `.tcp(8080)`.
public struct Port: Sendable, Hashable, CustomStringConvertible {
  /// The number, 1 to 65535 when it is valid.
  public let number: Int
  /// TCP or UDP.
  public let transport: Transport

  /// A port.
  public init(_ number: Int, _ transport: Transport) {
    self.number = number
    self.transport = transport
  }

  /// A TCP port.
  public static func tcp(_ number: Int) -> Port { Port(number, .tcp) }
  /// A UDP port.
  public static func udp(_ number: Int) -> Port { Port(number, .udp) }

  /// Number and transport, as in `8080/tcp`.
  public var description: String { "\(number)/\(transport.rawValue)" }
}
