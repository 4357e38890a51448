/// A path into JSON: `$`, then any number of `.name`, `["any name"]` and `[index]`.
public struct JSONPath: Sendable, Hashable {
  /// One step of the way down.
  public enum Step: Sendable, Hashable {
    /// The member of an object.
    case member(String)
    /// An item of an array, from 0.
    case index(Int)
  }

  /// The way down, from the outermost value.
  public let steps: [Step]

  /// Reads a path; nothing for what is none.
  ///
  /// ```swift
  /// JSONPath("$.status.members[0][\"peer name\"]")
  /// ```
  public init?(_ text: String) {
    var rest = text[...]
    guard rest.popFirst() == "$" else { return nil }
    var steps: [Step] = []
    while let mark = rest.popFirst() {
      switch mark {
      case ".":
        let name = rest.prefix { !".[]\"' \t".contains($0) }
        guard !name.isEmpty else { return nil }
        steps.append(.member(String(name)))
        rest = rest[name.endIndex...]
      case "[":
        guard let close = rest.firstIndex(of: "]"), let step = Self.step(in: rest[..<close]) else { return nil }
        steps.append(step)
        rest = rest[rest.index(after: close)...]
      default: return nil
      }
    }
    self.steps = steps
  }

  /// What stands in brackets: an index, or a name in quotes.
  private static func step(in text: Substring) -> Step? {
    if let quote = text.first, quote == "\"" || quote == "'" {
      let name = text.dropFirst().dropLast()
      guard text.count >= 2, text.last == quote, !name.contains(quote) else { return nil }
      return .member(String(name))
    }
    guard text.allSatisfy({ $0.isASCII && $0.isNumber }), let index = Int(text) else { return nil }
    return .index(index)
  }
}
