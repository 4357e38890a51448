import Diagnostics

/// What stands in braces after a fence's language: `{step="snapshot" timeout=60s tty}`.
///
/// Attributes are separated by blanks. A value is bare (no blanks, quotes, braces or `=`) or stands in double or single
/// quotes; there are no escapes, a value with one kind of quote is written in the other kind. A name alone is a flag.
struct FenceAttributes {
  /// The language, the words before the brace.
  private(set) var language = ""
  /// The attributes' names in the order they were written, each once.
  private(set) var names: [String] = []
  private var values: [String: [String]] = [:]

  /// Reads an information string, reporting what the grammar does not allow.
  init(_ info: String, at place: SourceLocation, reporting log: inout DiagnosticLog) {
    guard let open = info.firstIndex(of: "{") else {
      language = String(info.trimmed)
      return
    }
    language = String(info[..<open].trimmed)
    var rest = info[info.index(after: open)...]
    while true {
      rest = rest.drop { $0 == " " || $0 == "\t" }
      guard let next = rest.first else {
        log.add(
          RunbookRules.fence.diagnostic(
            at: place, "the brace after '\(language)' is not closed", solutions: ["end the line with }"]))
        return
      }
      if next == "}" { break }
      guard readAttribute(from: &rest, at: place, reporting: &log) else { return }
    }
    if !rest.dropFirst().trimmed.isEmpty {
      log.add(RunbookRules.fence.diagnostic(at: place, "'\(rest.dropFirst().trimmed)' stands after the closing brace"))
    }
  }

  /// The attributes of a step that was not written as a fence.
  ///
  /// - Parameters:
  ///   - language: The language it would have.
  ///   - attributes: Names and values, in order; a flag has no value.
  ///   - place: Where it was written.
  ///   - log: Takes what the grammar does not allow.
  init(
    _ language: String, _ attributes: [(name: String, value: String?)], at place: SourceLocation,
    reporting log: inout DiagnosticLog
  ) {
    self.language = language
    for (name, value) in attributes { add(name, value, at: place, reporting: &log) }
  }

  /// The value of an attribute that was written with one; the first where there are several.
  subscript(_ name: String) -> String? { values[name]?.first }

  /// Every value of an attribute that may be written more than once.
  func all(_ name: String) -> [String] { values[name] ?? [] }

  /// Whether an attribute was written, with or without a value.
  func has(_ name: String) -> Bool { values[name] != nil }

  private mutating func readAttribute(
    from rest: inout Substring, at place: SourceLocation, reporting log: inout DiagnosticLog
  ) -> Bool {
    let name = String(rest.prefix { !" \t={}\"'".contains($0) })
    rest = rest.dropFirst(name.count)
    guard !name.isEmpty else {
      log.add(RunbookRules.fence.diagnostic(at: place, "an attribute cannot begin with '\(rest.prefix(1))'"))
      return false
    }
    guard rest.first == "=" else {
      add(name, nil, at: place, reporting: &log)
      return true
    }
    rest = rest.dropFirst()
    guard let value = Self.readValue(from: &rest) else {
      log.add(RunbookRules.fence.diagnostic(at: place, "the value of '\(name)' is missing or its quote is not closed"))
      return false
    }
    add(name, value, at: place, reporting: &log)
    return true
  }

  /// Takes a value off the front of the text; nothing where there is none.
  private static func readValue(from rest: inout Substring) -> String? {
    guard let quote = rest.first else { return nil }
    if quote == "\"" || quote == "'" {
      let inner = rest.dropFirst()
      guard let close = inner.firstIndex(of: quote) else { return nil }
      rest = inner[inner.index(after: close)...]
      return String(inner[..<close])
    }
    let bare = rest.prefix { !" \t={}\"'".contains($0) }
    rest = rest.dropFirst(bare.count)
    return bare.isEmpty ? nil : String(bare)
  }

  private mutating func add(
    _ name: String, _ value: String?, at place: SourceLocation, reporting log: inout DiagnosticLog
  ) {
    guard let shape = AttributeShape.all[name] else {
      log.add(
        RunbookRules.attribute.diagnostic(
          at: place, "a step has no attribute '\(name)'",
          solutions: NearMiss.suggestion(for: name, in: AttributeShape.all.keys).map { [$0] } ?? []))
      return
    }
    if values[name] != nil, shape != .repeated {
      log.add(RunbookRules.attribute.diagnostic(at: place, "'\(name)' is written twice"))
    } else if shape == .flag, value != nil {
      log.add(RunbookRules.attributeValue.diagnostic(at: place, "'\(name)' takes no value"))
    } else if shape != .flag, value == nil {
      log.add(RunbookRules.attributeValue.diagnostic(at: place, "'\(name)' needs a value"))
    } else {
      if values[name] == nil { names.append(name) }
      values[name, default: []] += value.map { [$0] } ?? []
    }
  }
}
