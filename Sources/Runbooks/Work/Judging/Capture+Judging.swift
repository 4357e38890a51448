extension Capture {
  /// The longest text or number that is captured, in bytes.
  static let longestText = 4_096
  /// The longest list of lines that is captured, in bytes.
  static let longestList = 65_536

  /// Takes a value from a report.
  ///
  /// A list becomes one word on each line. Values are shown and journaled, and put into commands: so none may hold a
  /// secret in any spelling, a control character, or a hyphen in front that a command would take for an option.
  ///
  /// - Parameters:
  ///   - report: What the work has given.
  ///   - redactor: Knows the secrets.
  /// - Returns: The value.
  /// - Throws: ``Misjudgement`` where there is no value, or one that cannot be captured; it never quotes a secret.
  func value(from report: WorkReport, hiding redactor: Redactor) throws(Misjudgement) -> String {
    guard let found = try report.select(selector) else { throw Misjudgement("\(selector.name) is not there") }
    var lines = found.flatMap { $0.split(whereSeparator: \.isNewline).map { String($0.trimmed) } }
    lines.removeAll(where: \.isEmpty)
    guard !lines.isEmpty else { throw Misjudgement("\(selector.name) is empty") }
    guard !lines.contains(where: { redactor.redact($0) != $0 }), redactor.redact(found.joined()) == found.joined()
    else {
      throw Misjudgement("\(selector.name) holds a secret, and captured values are shown and journaled")
    }
    switch kind {
    case .lines:
      for line in lines { try Self.check(line, of: selector) }
      guard lines.reduce(0, { $0 + $1.utf8.count + 1 }) <= Self.longestList else {
        throw Misjudgement("\(selector.name) is longer than \(Self.longestList) bytes")
      }
      return lines.joined(separator: "\n")
    case .text, .number:
      guard lines.count == 1, let line = lines.first else {
        throw Misjudgement("\(selector.name) has \(lines.count) lines, and '\(name)' is one \(kind.rawValue)")
      }
      guard kind == .text || DecimalNumber(line) != nil else { throw Misjudgement("\(line.shown) is no number") }
      try Self.check(line, of: selector)
      return line
    }
  }

  private static func check(_ line: String, of selector: Selector) throws(Misjudgement) {
    guard line.utf8.count <= longestText else {
      throw Misjudgement("\(selector.name) has more than \(longestText) bytes in a line")
    }
    guard !line.unicodeScalars.contains(where: { Name.isControl($0) || $0 == "\t" }) else {
      throw Misjudgement("\(selector.name) has control characters")
    }
    guard !line.hasPrefix("-") || DecimalNumber(line) != nil else {
      throw Misjudgement("\(line.shown) begins with a hyphen, which commands take for an option")
    }
  }
}
