/// Text whose facts are filled in and whose inputs are still open.
///
/// In JSON it is a string, or, where it has inputs, a list of `{"text": ...}` and `{"input": ...}`.
public struct PlannedText: Sendable, Hashable, Codable {
  /// A piece of the text.
  public enum Part: Sendable, Hashable {
    /// Characters that stand as they are.
    case text(String)
    /// The value of an input, given when the run starts.
    case input(String)
  }

  /// The pieces, in order.
  public private(set) var parts: [Part] = []

  /// Starts with a text, or with none.
  public init(_ text: String = "") { append(text) }

  /// The names of the inputs it waits for.
  public var inputs: [String] {
    parts.compactMap { if case .input(let name) = $0 { name } else { nil } }
  }

  /// The text for people, open inputs as `<name>`.
  public var description: String { filled { "<\($0)>" } }

  /// The text with the inputs' values as they are: for people and for names, never for a shell.
  public func filled(with values: [String: String]) -> String { filled { values[$0] ?? "<\($0)>" } }

  private func filled(_ value: (String) -> String) -> String {
    parts.map { part in
      switch part {
      case .text(let text): text
      case .input(let name): value(name)
      }
    }.joined()
  }

  mutating func append(_ text: String) {
    guard !text.isEmpty else { return }
    if case .text(let before) = parts.last {
      parts[parts.count - 1] = .text(before + text)
    } else {
      parts.append(.text(text))
    }
  }

  mutating func append(input name: String) { parts.append(.input(name)) }

  private enum Key: String, CodingKey { case text, input }

  /// Reads a string or a list of pieces.
  public init(from decoder: any Decoder) throws {
    if let text = try? decoder.singleValueContainer().decode(String.self) {
      append(text)
      return
    }
    var list = try decoder.unkeyedContainer()
    while !list.isAtEnd {
      let piece = try list.nestedContainer(keyedBy: Key.self)
      if let text = try piece.decodeIfPresent(String.self, forKey: .text) {
        append(text)
      } else {
        append(input: try piece.decode(String.self, forKey: .input))
      }
    }
  }

  /// Writes a string or a list of pieces.
  public func encode(to encoder: any Encoder) throws {
    if inputs.isEmpty {
      var single = encoder.singleValueContainer()
      try single.encode(description)
      return
    }
    var list = encoder.unkeyedContainer()
    for part in parts {
      var piece = list.nestedContainer(keyedBy: Key.self)
      switch part {
      case .text(let text): try piece.encode(text, forKey: .text)
      case .input(let name): try piece.encode(name, forKey: .input)
      }
    }
  }
}
