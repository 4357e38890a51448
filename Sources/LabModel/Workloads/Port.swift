/// A port with its transport, written `.tcp(8080)`.
public struct Port: Sendable, Hashable, CustomStringConvertible {
  /// The number, 1 to 65535 when it is valid.
  public let number: Int
  /// TCP or UDP.
  public let transport: Transport

  /// A TCP port.
  public static func tcp(_ number: Int) -> Port { Port(number: number, transport: .tcp) }
  /// A UDP port.
  public static func udp(_ number: Int) -> Port { Port(number: number, transport: .udp) }

  /// Number and transport, as in `8080/tcp`.
  public var description: String { "\(number)/\(transport.rawValue)" }
}
