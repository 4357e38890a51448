import Diagnostics

/// Prints `corosync.conf`: sections of `key: value` lines.
public enum CorosyncConfig {
  /// What stands on a line of a section, or in a section inside it.
  public enum Entry: Sendable, Hashable {
    /// A line `key: value`.
    case setting(String, String)
    /// A section inside the section.
    case section(Section)
  }

  /// A section: its name, and what stands between its braces.
  public struct Section: Sendable, Hashable {
    /// Its name, such as `totem`.
    public var name: String
    /// What it holds, in order.
    public var entries: [Entry]
    /// Where it comes from; nil for where the section around it comes from.
    public var origin: SourceLocation?
    /// What else it depends on.
    public var others: [SourceLocation]

    /// Makes a section.
    public init(
      _ name: String, _ entries: [Entry], from origin: SourceLocation? = nil, and others: [SourceLocation] = []
    ) {
      self.name = name
      self.entries = entries
      self.origin = origin
      self.others = others
    }
  }

  /// Prints sections.
  ///
  /// - Parameters:
  ///   - sections: What the file holds.
  ///   - header: Comment lines at its top, without their `#`.
  /// - Returns: The lines.
  /// - Throws: ``UnrepresentableValue`` for a key or value that corosync would read as something else: the format has no
  ///   quotes and no escapes.
  public static func print(_ sections: [Section], header: [String] = []) throws -> PrintedText {
    var out = TextWriter(origin: sections.first?.origin)
    for line in CommentText.lines(of: header.joined(separator: "\n")) { out.line(line.isEmpty ? "#" : "# " + line) }
    for (index, section) in sections.enumerated() {
      if index > 0 { out.line() }
      try write(section, to: &out)
    }
    return out.printed
  }

  private static func write(_ section: Section, to out: inout TextWriter) throws {
    try out.from(section.origin, and: section.others) { out in
      try check(word: section.name, from: out.origin)
      out.line(section.name + " {")
      try out.indented { out in
        for entry in section.entries {
          switch entry {
          case .section(let inner): try write(inner, to: &out)
          case .setting(let key, let value):
            try check(word: key, from: out.origin)
            try check(value: value, from: out.origin)
            out.line("\(key): \(value)")
          }
        }
      }
      out.line("}")
    }
  }

  private static func check(word: String, from origin: SourceLocation?) throws {
    let isWord = word.utf8.allSatisfy { Ascii.isLetter($0) || Ascii.isDigit($0) || $0 == UInt8(ascii: "_") }
    if word.isEmpty || !isWord || word.utf8.count > 64 {
      throw refused(word, "a name is at most 64 letters, digits and underscores", origin)
    }
  }

  private static func check(value: String, from origin: SourceLocation?) throws {
    if value.isEmpty { throw refused(value, "a value cannot be empty", origin) }
    if value.utf8.first == Ascii.space || value.utf8.last == Ascii.space {
      throw refused(value, "spaces at the ends of a value are lost", origin)
    }
    if value.utf8.contains(UInt8(ascii: "{")) || value.utf8.contains(UInt8(ascii: "}")) {
      throw refused(value, "a brace begins or ends a section wherever it stands", origin)
    }
    if value.unicodeScalars.contains(where: UnsafeCharacters.mustBeEscaped) {
      throw refused(value, "a value cannot hold line breaks and control characters", origin)
    }
    // corosync reads lines of at most 511 bytes.
    if value.utf8.count > 400 { throw refused(value, "a line is longer than corosync reads", origin) }
  }

  private static func refused(_ value: String, _ reason: String, _ origin: SourceLocation?) -> UnrepresentableValue {
    UnrepresentableValue(format: "corosync.conf", value: value, reason: reason, origin: origin)
  }
}
