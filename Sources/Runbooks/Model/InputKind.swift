/// What the value of an input may be.
public enum InputKind: Sendable, Hashable {
  /// Any text of one line.
  case text
  /// One of several texts.
  case choice([String])
  /// A text that a regular expression describes whole.
  case pattern(String)
  /// A whole number, at least and at most.
  case number(least: Int?, most: Int?)
  /// The name of a thing of the lab of a kind, such as `vm`; in a plan those names stand as choices.
  case thing(kind: String)
}

extension InputKind: Codable {
  private enum Key: String, CodingKey { case choice, pattern, least, most, thing }

  /// Reads what a value may be; without any key it is any text.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: Key.self)
    if let choice = try values.decodeIfPresent([String].self, forKey: .choice) {
      self = .choice(choice)
    } else if let pattern = try values.decodeIfPresent(String.self, forKey: .pattern) {
      self = .pattern(pattern)
    } else if let kind = try values.decodeIfPresent(String.self, forKey: .thing) {
      self = .thing(kind: kind)
    } else if values.contains(.least) || values.contains(.most) {
      self = .number(
        least: try values.decodeIfPresent(Int.self, forKey: .least),
        most: try values.decodeIfPresent(Int.self, forKey: .most))
    } else {
      self = .text
    }
  }

  /// Writes what a value may be; a number without limits is written as one of any size.
  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: Key.self)
    switch self {
    case .text: break
    case .choice(let choice): try values.encode(choice, forKey: .choice)
    case .pattern(let pattern): try values.encode(pattern, forKey: .pattern)
    case .number(let least, let most):
      try values.encode(least ?? Int.min, forKey: .least)
      try values.encode(most ?? Int.max, forKey: .most)
    case .thing(let kind): try values.encode(kind, forKey: .thing)
    }
  }
}
