import LabModel

/// Who answers for a ``DNSZone``.
public enum DNSProvider: Sendable, Hashable, CustomStringConvertible {
  /// A name server of the lab.
  case ownServer
  /// Cloudflare, whose API takes changes with a token.
  case cloudflare(token: SecretReference)

  /// The provider's name, and where its token is kept.
  public var description: String {
    switch self {
    case .ownServer: "a name server of the lab"
    case .cloudflare(let token): "Cloudflare, token in \(token)"
    }
  }
}
