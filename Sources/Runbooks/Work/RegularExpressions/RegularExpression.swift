/// A regular expression that looks at any text in a time that grows with the text's length, whatever the expression.
///
/// Literal characters, `.`, `[a-z]`, `\d \w \s \b` and their opposites, `(...)`, `(?:...)`, `|`, `*`, `+`, `?`, `{2,5}`
/// (each also lazy, with a `?` behind it), `^`, `$`, and `(?i)`, `(?m)`, `(?s)` at the very beginning. There are no back
/// references and no look-around: these are what makes matching take for ever.
public struct RegularExpression: Sendable, Hashable {
  /// Why a text is no regular expression, or why a text could not be looked at.
  public struct Problem: Error, Sendable, Hashable, CustomStringConvertible {
    /// What is wrong, one phrase.
    public var reason: String

    /// The reason.
    public var description: String { reason }
  }

  /// Where an expression was found, and its first group.
  public struct Match: Sendable, Hashable {
    /// All of what was found.
    public var text: String
    /// What the first group has found; nothing without a group, or where the group had no part in it.
    public var group: String?
    /// Whether the expression has a group, so that what it finds is what is taken.
    public var hasGroup: Bool
  }

  /// As it was written.
  public let source: String
  private let hasGroup: Bool
  private let search: RegexProgram
  private let whole: RegexProgram

  /// Reads a regular expression.
  ///
  /// - Parameter source: At most 1,000 characters; once its repetitions are written out, at most 5,000 instructions.
  /// - Throws: ``Problem`` where it is none, or too large.
  public init(_ source: String) throws(Problem) {
    var parser = RegexParser(source)
    let root = try parser.parse()
    self.source = source
    hasGroup = parser.groups > 0
    search = try RegexProgram(root)
    whole = try RegexProgram(.sequence([.edge(.start), root, .edge(.end)]))
  }

  /// The first place where it finds itself.
  ///
  /// - Parameter text: The text.
  /// - Returns: What was found, or nothing.
  /// - Throws: ``Problem`` where the text is too long for this expression.
  public func firstMatch(in text: String) throws(Problem) -> Match? {
    let scalars = Array(text.unicodeScalars)
    var machine = RegexMachine(program: search, text: scalars)
    guard let found = try machine.run() else { return nil }
    func piece(from start: Int, to end: Int) -> String? {
      guard start >= 0, end >= start else { return nil }
      return String(String.UnicodeScalarView(scalars[start..<end]))
    }
    return Match(
      text: piece(from: found.start, to: found.end) ?? "", group: piece(from: found.group, to: found.groupEnd),
      hasGroup: hasGroup)
  }

  /// Whether it takes all of a text, from its beginning to its end.
  ///
  /// - Parameter text: The text.
  /// - Returns: Whether it does.
  /// - Throws: ``Problem`` where the text is too long for this expression.
  public func matchesWhole(_ text: String) throws(Problem) -> Bool {
    var machine = RegexMachine(program: whole, text: Array(text.unicodeScalars))
    return try machine.run() != nil
  }
}
