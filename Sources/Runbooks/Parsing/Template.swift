import Diagnostics

/// Text with placeholders: `snapshot save /backup/{{ cluster.name }}.db`.
///
/// A placeholder is `{{`, blanks, a key of at least two words joined by dots (`[a-z0-9][a-z0-9_-]*`) or the word `item`,
/// blanks, `}}`, all on one line. `{{ "{{" }}` stands for two braces. `{{` followed by a dot or a hyphen is left as it is, so that Go
/// templates (`docker inspect -f '{{.State.Status}}'`) need no care.
public struct Template: Sendable, Hashable {
  /// A piece of the text.
  public enum Part: Sendable, Hashable {
    /// Characters that stand as they are.
    case text(String)
    /// The key of a fact, an input or a capture, or `item`, and the source line it stands on.
    case placeholder(key: String, line: Int)
  }

  /// The pieces, in order.
  public private(set) var parts: [Part] = []
  /// What is wrong with placeholders in the text, each with its line; a malformed one stays in the text as it is.
  private(set) var malformed: [(line: Int, text: String)] = []

  /// Reads a text that begins at a line of its file.
  public init(_ text: String, firstLine: Int) {
    for (offset, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if offset > 0 { append("\n") }
      read(line, number: firstLine + offset)
    }
  }

  /// The placeholders, in order.
  public var placeholders: [(key: String, line: Int)] {
    parts.compactMap { part in
      if case .placeholder(let key, let line) = part { (key, line) } else { nil }
    }
  }

  /// The text as it was written, placeholders in their plain form.
  public var source: String {
    parts.map { part in
      switch part {
      case .text(let text): text
      case .placeholder(let key, _): "{{ \(key) }}"
      }
    }.joined()
  }

  /// Reports malformed placeholders, each at its line.
  func report(in file: String, to log: inout DiagnosticLog) {
    for (line, text) in malformed {
      log.add(
        RunbookRules.placeholder.diagnostic(
          at: SourceLocation(file, line), "'\(text)' is no placeholder",
          solutions: ["write {{ thing.fact }} in lower case on one line", "write {{ \"{{\" }} for two braces"]))
    }
  }

  private mutating func read(_ line: Substring, number: Int) {
    var rest = line
    while let open = rest.firstRange(of: "{{") {
      append(rest[..<open.lowerBound])
      rest = rest[open.upperBound...]
      let inner = rest.drop { $0 == " " || $0 == "\t" }
      if inner.first == "." || inner.first == "-" {
        append("{{")
        continue
      }
      guard let close = inner.firstRange(of: "}}") else {
        refuse("{{\(rest)", at: number)
        continue
      }
      let key = inner[..<close.lowerBound].trimmed
      rest = inner[close.upperBound...]
      if key == "\"{{\"" {
        append("{{")
      } else if Self.isKey(key) {
        parts.append(.placeholder(key: String(key), line: number))
      } else {
        refuse("{{ \(key) }}", at: number)
      }
    }
    append(rest)
  }

  private mutating func refuse(_ text: String, at line: Int) {
    malformed.append((line, text))
    append("{{")
  }

  private mutating func append(_ text: some StringProtocol) {
    guard !text.isEmpty else { return }
    if case .text(let before) = parts.last {
      parts[parts.count - 1] = .text(before + text)
    } else {
      parts.append(.text(String(text)))
    }
  }

  /// Whether a text can be the key of a fact, an input or a capture, or the word `item`.
  public static func isKey(_ key: some StringProtocol) -> Bool {
    if key == "item" { return true }
    let words = key.split(separator: ".", omittingEmptySubsequences: false)
    return words.count >= 2 && words.allSatisfy { Name.isWord($0) }
  }

  /// Compares the pieces.
  public static func == (left: Template, right: Template) -> Bool { left.parts == right.parts }

  /// Feeds the pieces.
  public func hash(into hasher: inout Hasher) { hasher.combine(parts) }
}
