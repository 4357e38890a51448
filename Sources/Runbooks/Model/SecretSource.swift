/// Where the value of a secret comes from when a run starts; never the value itself.
public enum SecretSource: Sendable, Hashable {
  /// The environment variable of the secret's name.
  case environment
  /// A file that only its owner may read.
  case file(String)
  /// A field of a secret in Vault, such as `kv/data/homelab/etcd`.
  case vault(path: String, field: String)
  /// The person, who types it unseen.
  case prompt
}

extension SecretSource: Codable {
  private enum Key: String, CodingKey { case file, vault, field }

  /// Reads `"environment"`, `"prompt"`, `{"file": path}` or `{"vault": path, "field": name}`.
  public init(from decoder: any Decoder) throws {
    if let word = try? decoder.singleValueContainer().decode(String.self) {
      switch word {
      case "environment": self = .environment
      case "prompt": self = .prompt
      default:
        throw DecodingError.dataCorrupted(
          .init(codingPath: decoder.codingPath, debugDescription: "'\(word)' is no source of a secret"))
      }
      return
    }
    let values = try decoder.container(keyedBy: Key.self)
    if let path = try values.decodeIfPresent(String.self, forKey: .file) {
      self = .file(path)
    } else {
      self = .vault(
        path: try values.decode(String.self, forKey: .vault), field: try values.decode(String.self, forKey: .field))
    }
  }

  /// Writes a source.
  public func encode(to encoder: any Encoder) throws {
    switch self {
    case .environment, .prompt:
      var single = encoder.singleValueContainer()
      try single.encode(self == .environment ? "environment" : "prompt")
    case .file(let path):
      var values = encoder.container(keyedBy: Key.self)
      try values.encode(path, forKey: .file)
    case .vault(let path, let field):
      var values = encoder.container(keyedBy: Key.self)
      try values.encode(path, forKey: .vault)
      try values.encode(field, forKey: .field)
    }
  }
}
