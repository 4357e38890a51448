/// Text whose facts are filled in and whose inputs, captures and items are still open.
///
/// In JSON it is a string, or, where something is open, a list of `{"text": ...}`, `{"input": ...}`, `{"capture": ...}`
/// and `{"item": true}`.
public struct PlannedText: Sendable, Hashable, Codable {
  /// A piece of the text.
  public enum Part: Sendable, Hashable {
    /// Characters that stand as they are.
    case text(String)
    /// A value that is known only in a run.
    case value(Reference)
  }

  /// The pieces, in order.
  public private(set) var parts: [Part] = []

  /// Starts with a text, or with none.
  public init(_ text: String = "") { append(text) }

  /// Starts with a value that is still open.
  public init(_ reference: Reference) { append(reference) }

  /// The values it waits for.
  public var references: [Reference] {
    parts.compactMap { if case .value(let reference) = $0 { reference } else { nil } }
  }

  /// The names of the inputs it waits for.
  public var inputs: [String] {
    references.compactMap { if case .input(let name) = $0 { name } else { nil } }
  }

  /// The text for people, open values as `<name>`.
  public var description: String { filled(with: [:]) }

  /// The text with values as they are: for people and for names, never for a shell; unknown ones stand as `<name>`.
  public func filled(with values: [Reference: String]) -> String {
    parts.map { part in
      switch part {
      case .text(let text): text
      case .value(let reference): values[reference] ?? "<\(reference.name)>"
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

  mutating func append(_ reference: Reference) { parts.append(.value(reference)) }

  mutating func append(_ other: PlannedText) {
    for part in other.parts {
      switch part {
      case .text(let text): append(text)
      case .value(let reference): append(reference)
      }
    }
  }

  private enum Key: String, CodingKey { case text, input, capture, item }

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
      } else if let name = try piece.decodeIfPresent(String.self, forKey: .input) {
        append(.input(name))
      } else if let name = try piece.decodeIfPresent(String.self, forKey: .capture) {
        append(.capture(name))
      } else if try piece.decode(Bool.self, forKey: .item) {
        append(.item)
      }
    }
  }

  /// Writes a string or a list of pieces.
  public func encode(to encoder: any Encoder) throws {
    if references.isEmpty {
      var single = encoder.singleValueContainer()
      try single.encode(description)
      return
    }
    var list = encoder.unkeyedContainer()
    for part in parts {
      var piece = list.nestedContainer(keyedBy: Key.self)
      switch part {
      case .text(let text): try piece.encode(text, forKey: .text)
      case .value(.input(let name)): try piece.encode(name, forKey: .input)
      case .value(.capture(let name)): try piece.encode(name, forKey: .capture)
      case .value(.item): try piece.encode(true, forKey: .item)
      }
    }
  }
}
