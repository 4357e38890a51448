/// How many items may fail before no further one is begun.
public enum ErrorLimit: Sendable, Hashable {
  /// A number of items; 0 stops after the first failure.
  case count(Int)
  /// A share of all items, 0 to 100; it is exceeded by more than this share.
  case percent(Int)
}

extension ErrorLimit: Codable {
  /// Reads `2` or `"10%"`.
  public init(from decoder: any Decoder) throws {
    let single = try decoder.singleValueContainer()
    if let count = try? single.decode(Int.self) {
      self = .count(count)
      return
    }
    let text = try single.decode(String.self)
    guard text.hasSuffix("%"), let percent = Int(text.dropLast()) else {
      throw DecodingError.dataCorruptedError(in: single, debugDescription: "'\(text)' is no limit")
    }
    self = .percent(percent)
  }

  /// Writes `2` or `"10%"`.
  public func encode(to encoder: any Encoder) throws {
    var single = encoder.singleValueContainer()
    switch self {
    case .count(let count): try single.encode(count)
    case .percent(let percent): try single.encode("\(percent)%")
    }
  }
}
