/// Which way a file goes.
public enum CopyDirection: String, Sendable, Hashable, Codable {
  /// From this machine to the host.
  case toHost
  /// From the host to this machine.
  case fromHost
}
