import Diagnostics

/// The `---` block a runbook begins with: a small part of YAML, read strictly.
///
/// A line is `key: value`, `key: [a, b]`, or `key:` followed by `- item` lines. A value may stand in double or single
/// quotes, without escapes; it must where YAML would read it as something else. Empty lines and `#` lines are left out.
struct FrontMatter {
  /// One key's values, and where they are.
  struct Entry {
    var values: [String]
    /// Whether it was written as a list.
    var isList: Bool
    var line: Int
  }

  /// The entries by key.
  private(set) var entries: [String: Entry] = [:]
  /// The keys in the order they were written.
  private(set) var keys: [String] = []
  /// The line after the closing `---`.
  private(set) var bodyLine = 1

  /// Reads the block at the head of a source, reporting what is not allowed.
  init(_ source: RunbookSource, reporting log: inout DiagnosticLog) {
    let rule = RunbookRules.frontMatter
    guard source.lines.first == "---" else {
      log.add(rule.diagnostic(at: SourceLocation(source.file, 1), "the file does not begin with a line '---'"))
      return
    }
    guard let close = source.lines.dropFirst().firstIndex(of: "---") else {
      log.add(rule.diagnostic(at: SourceLocation(source.file, 1), "the front matter is not closed by a line '---'"))
      bodyLine = source.lines.count + 1
      return
    }
    bodyLine = close + 2
    var broken: Set<String> = []
    for index in 1..<close {
      let line = source.lines[index]
      if line.trimmed.isEmpty || line.first == "#" { continue }
      if let problem = read(line, number: index + 1) {
        if let key = keys.last { broken.insert(key) }
        log.add(rule.diagnostic(at: SourceLocation(source.file, index + 1), problem))
      }
    }
    for key in keys where entries[key]?.values.isEmpty == true && !broken.contains(key) {
      log.add(rule.diagnostic(at: SourceLocation(source.file, entries[key]?.line ?? 1), "'\(key)' has no value"))
    }
  }

  /// Reads a line; what is wrong with it, or nothing.
  private mutating func read(_ line: String, number: Int) -> String? {
    if line.trimmed.hasPrefix("- ") { return readItem(line.trimmed.dropFirst(2).trimmed) }
    guard let colon = line.firstIndex(of: ":"), line.first?.isWhitespace == false else {
      return "'\(line.trimmed)' is not 'key: value'"
    }
    let key = String(line[..<colon])
    let written = line[line.index(after: colon)...]
    guard written.isEmpty || written.first == " " else { return "a blank is missing after '\(key):'" }
    guard entries[key] == nil else { return "'\(key)' is written twice" }
    keys.append(key)
    entries[key] = Entry(values: [], isList: written.trimmed.isEmpty, line: number)
    if written.trimmed.isEmpty { return nil }
    return written.trimmed.first == "[" ? readList(written.trimmed, of: key) : readScalar(written.trimmed, of: key)
  }

  private mutating func readItem(_ text: Substring) -> String? {
    guard let key = keys.last, entries[key]?.isList == true else { return "a list item stands under no key" }
    return readScalar(text, of: key)
  }

  private mutating func readScalar(_ text: Substring, of key: String) -> String? {
    var rest = text
    guard let value = Self.takeScalar(from: &rest, inList: false), rest.trimmed.isEmpty else {
      return "the value of '\(key)' needs quotes, or its quote is not closed"
    }
    entries[key]?.values.append(value)
    return nil
  }

  private mutating func readList(_ text: Substring, of key: String) -> String? {
    var rest = text.dropFirst()
    entries[key]?.isList = true
    while true {
      guard let value = Self.takeScalar(from: &rest, inList: true), !value.isEmpty else {
        return "the list of '\(key)' has an empty item, or one that needs quotes"
      }
      entries[key]?.values.append(value)
      rest = rest.trimmed
      switch rest.first {
      case ",": rest = rest.dropFirst()
      case "]": return rest.dropFirst().trimmed.isEmpty ? nil : "something stands after the list of '\(key)'"
      default: return "the list of '\(key)' is not closed"
      }
    }
  }

  /// Takes a value off the front of a text; nothing where YAML would read it as more than text.
  private static func takeScalar(from rest: inout Substring, inList: Bool) -> String? {
    rest = rest.trimmed
    guard let first = rest.first else { return inList ? nil : "" }
    if first == "\"" || first == "'" {
      let inner = rest.dropFirst()
      guard let close = inner.firstIndex(of: first) else { return nil }
      rest = inner[inner.index(after: close)...]
      return inner[..<close].contains("\\") && first == "\"" ? nil : String(inner[..<close])
    }
    let plain = inList ? rest.prefix { $0 != "," && $0 != "]" }.trimmed : rest
    guard !"[]{}&*!|>%@`#?".contains(first), !plain.contains(": "), !plain.contains(" #"), plain.last != ":" else {
      return nil
    }
    rest = rest[plain.endIndex...]
    return String(plain)
  }
}
