extension WorkKind: Codable where Text: Codable {
  private enum Key: String, CodingKey { case script, command, copy, kubectl, helm, http }

  /// Reads what is carried out: exactly one key says it.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: Key.self)
    guard let key = values.allKeys.first, values.allKeys.count == 1 else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "a work is one thing, not \(values.allKeys.count)"))
    }
    switch key {
    case .script: self = .script(try values.decode(Text.self, forKey: key))
    case .command: self = .command(try values.decode([Text].self, forKey: key))
    case .copy: self = .copy(try values.decode(FileCopy<Text>.self, forKey: key))
    case .kubectl: self = .kubectl(try values.decode(ClusterCall<Text>.self, forKey: key))
    case .helm: self = .helm(try values.decode(ClusterCall<Text>.self, forKey: key))
    case .http: self = .request(try values.decode(HTTPRequest<Text>.self, forKey: key))
    }
  }

  /// Writes what is carried out under one key.
  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: Key.self)
    switch self {
    case .script(let text): try values.encode(text, forKey: .script)
    case .command(let words): try values.encode(words, forKey: .command)
    case .copy(let copy): try values.encode(copy, forKey: .copy)
    case .kubectl(let call): try values.encode(call, forKey: .kubectl)
    case .helm(let call): try values.encode(call, forKey: .helm)
    case .request(let request): try values.encode(request, forKey: .http)
    }
  }
}

extension Work: Codable where Text: Codable {
  private enum Key: String, CodingKey {
    case host, user, timeoutMilliseconds, usesTerminal, secrets, expectations, line
  }

  /// Reads a work; whatever is not there is as it is unless something else is said.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: Key.self)
    self.init(try WorkKind(from: decoder), line: try values.decode(Int.self, forKey: .line))
    host = try values.decodeIfPresent(Text.self, forKey: .host)
    user = try values.decodeIfPresent(Text.self, forKey: .user)
    timeoutMilliseconds = try values.decodeIfPresent(Int.self, forKey: .timeoutMilliseconds)
    usesTerminal = try values.decodeIfPresent(Bool.self, forKey: .usesTerminal) ?? usesTerminal
    secrets = try values.decodeIfPresent([String].self, forKey: .secrets) ?? secrets
    expectations = try values.decodeIfPresent([Expectation<Text>].self, forKey: .expectations) ?? expectations
  }

  /// Writes what differs from what is so unless something else is said.
  public func encode(to encoder: any Encoder) throws {
    try kind.encode(to: encoder)
    var values = encoder.container(keyedBy: Key.self)
    try values.encodeIfPresent(host, forKey: .host)
    try values.encodeIfPresent(user, forKey: .user)
    try values.encodeIfPresent(timeoutMilliseconds, forKey: .timeoutMilliseconds)
    if usesTerminal { try values.encode(usesTerminal, forKey: .usesTerminal) }
    if !secrets.isEmpty { try values.encode(secrets, forKey: .secrets) }
    if !expectations.isEmpty { try values.encode(expectations, forKey: .expectations) }
    try values.encode(line, forKey: .line)
  }
}
