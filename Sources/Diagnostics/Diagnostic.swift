/// One thing that Rackbook tells a person: what rule, about what, where, and what to do.
public struct Diagnostic: Sendable, Hashable, Codable {
  /// A fact that belongs to a diagnostic, such as the other holder of an address.
  public struct Note: Sendable, Hashable, Codable {
    /// The fact, one phrase without a full stop.
    public var text: String
    /// Where it can be seen.
    public var location: SourceLocation?
    /// The thing it is about; the engine fills in the place from it.
    public var subject: ThingID?

    /// Writes down a fact.
    public init(_ text: String, about subject: ThingID? = nil, at location: SourceLocation? = nil) {
      self.text = text
      self.subject = subject
      self.location = location
    }
  }

  /// The code of the rule, such as `RB0101`.
  public var code: String
  /// How much it matters.
  public var severity: Severity
  /// The thing it is about.
  public var subject: ThingID?
  /// The place in a file a person wrote.
  public var location: SourceLocation?
  /// One phrase without a full stop.
  public var message: String
  /// What the reader asks next.
  public var explanation: String?
  /// Related facts.
  public var notes: [Note]
  /// Ways out, as verb phrases, the likeliest first.
  public var solutions: [String]
  /// Changes of the source that put it right, the likeliest first.
  public var fixes: [Fix]

  /// Writes a diagnostic down; checks use ``Rule/diagnostic(about:at:_:explanation:notes:solutions:fixes:)``.
  public init(
    code: String, severity: Severity, subject: ThingID? = nil, location: SourceLocation? = nil, message: String,
    explanation: String? = nil, notes: [Note] = [], solutions: [String] = [], fixes: [Fix] = []
  ) {
    self.code = code
    self.severity = severity
    self.subject = subject
    self.location = location
    self.message = message
    self.explanation = explanation
    self.notes = notes
    self.solutions = solutions
    self.fixes = fixes
  }
}
