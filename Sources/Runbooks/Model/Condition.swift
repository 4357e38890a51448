/// Something that can be told from what is known in a run, without carrying anything out.
public indirect enum Condition<Text: Sendable & Hashable>: Sendable, Hashable {
  /// Compares a text, in which inputs, captures and the item may stand, with others.
  case compare(Text, Comparison<Text>)
  /// Whether the run is of this mode.
  case mode(RunMode)
  /// All of them hold.
  case all([Condition])
  /// At least one of them holds.
  case any([Condition])
  /// It does not hold.
  case not(Condition)
}

extension Condition: Codable where Text: Codable {
  private enum Key: String, CodingKey { case value, `is`, mode, all, any, not }

  /// Reads a condition: exactly one of `value`, `mode`, `all`, `any` and `not`.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: Key.self)
    if let value = try values.decodeIfPresent(Text.self, forKey: .value) {
      self = .compare(value, try values.decode(Comparison<Text>.self, forKey: .is))
    } else if let mode = try values.decodeIfPresent(RunMode.self, forKey: .mode) {
      self = .mode(mode)
    } else if let all = try values.decodeIfPresent([Condition].self, forKey: .all) {
      self = .all(all)
    } else if let any = try values.decodeIfPresent([Condition].self, forKey: .any) {
      self = .any(any)
    } else {
      self = .not(try values.decode(Condition.self, forKey: .not))
    }
  }

  /// Writes a condition.
  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: Key.self)
    switch self {
    case .compare(let value, let comparison):
      try values.encode(value, forKey: .value)
      try values.encode(comparison, forKey: .is)
    case .mode(let mode): try values.encode(mode, forKey: .mode)
    case .all(let all): try values.encode(all, forKey: .all)
    case .any(let any): try values.encode(any, forKey: .any)
    case .not(let condition): try values.encode(condition, forKey: .not)
    }
  }
}
