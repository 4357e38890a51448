/// What follows when a step has failed for good.
public enum FailurePolicy: Sendable, Hashable {
  /// A person is asked; nobody there, the run stops, and what was done is undone where the run says so.
  case stop
  /// The next step.
  case goOn
  /// A step further down.
  case jump(String)
}

extension FailurePolicy: Codable {
  private enum Key: String, CodingKey { case jump }

  /// Reads `"stop"`, `"goOn"` or `{"jump": "step"}`.
  public init(from decoder: any Decoder) throws {
    if let word = try? decoder.singleValueContainer().decode(String.self) {
      switch word {
      case "stop": self = .stop
      case "goOn": self = .goOn
      default:
        throw DecodingError.dataCorrupted(
          .init(codingPath: decoder.codingPath, debugDescription: "'\(word)' says not what follows a failure"))
      }
    } else {
      self = .jump(try decoder.container(keyedBy: Key.self).decode(String.self, forKey: .jump))
    }
  }

  /// Writes `"stop"`, `"goOn"` or `{"jump": "step"}`.
  public func encode(to encoder: any Encoder) throws {
    switch self {
    case .stop, .goOn:
      var single = encoder.singleValueContainer()
      try single.encode(self == .stop ? "stop" : "goOn")
    case .jump(let step):
      var values = encoder.container(keyedBy: Key.self)
      try values.encode(step, forKey: .jump)
    }
  }
}
