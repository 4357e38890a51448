/// A part of what a work has given.
public enum Selector: Sendable, Hashable {
  /// Its exit code.
  case exit
  /// Its output or the answer's body, without the blanks and line ends around it.
  case output
  /// What the first group of a regular expression has found in the output, or the whole match where there is no group.
  case match(String)
  /// What a path such as `$.status.members[0].name` leads to in output that is JSON.
  case json(String)
  /// The status of an HTTP answer.
  case status
  /// A header of an HTTP answer.
  case header(String)
}

extension Selector: Codable {
  private enum Key: String, CodingKey { case match, json, header }

  /// Reads `"exit"`, `"output"`, `"status"`, or one of `match`, `json` and `header` with its text.
  public init(from decoder: any Decoder) throws {
    if let word = try? decoder.singleValueContainer().decode(String.self) {
      switch word {
      case "exit": self = .exit
      case "output": self = .output
      case "status": self = .status
      default:
        throw DecodingError.dataCorrupted(
          .init(codingPath: decoder.codingPath, debugDescription: "'\(word)' is no part of a result"))
      }
      return
    }
    let values = try decoder.container(keyedBy: Key.self)
    if let pattern = try values.decodeIfPresent(String.self, forKey: .match) {
      self = .match(pattern)
    } else if let path = try values.decodeIfPresent(String.self, forKey: .json) {
      self = .json(path)
    } else {
      self = .header(try values.decode(String.self, forKey: .header))
    }
  }

  /// Writes a selector.
  public func encode(to encoder: any Encoder) throws {
    switch self {
    case .exit, .output, .status:
      var single = encoder.singleValueContainer()
      try single.encode(self == .exit ? "exit" : self == .output ? "output" : "status")
    case .match(let pattern):
      var values = encoder.container(keyedBy: Key.self)
      try values.encode(pattern, forKey: .match)
    case .json(let path):
      var values = encoder.container(keyedBy: Key.self)
      try values.encode(path, forKey: .json)
    case .header(let name):
      var values = encoder.container(keyedBy: Key.self)
      try values.encode(name, forKey: .header)
    }
  }
}

extension Selector {
  /// Its word in Markdown and in messages, with its text.
  public var word: String {
    switch self {
    case .exit: "exit"
    case .output: "output"
    case .status: "status"
    case .header(let name): "header \(name)"
    case .match(let pattern): "match \"\(pattern)\""
    case .json(let path): "json \(path)"
    }
  }
}
