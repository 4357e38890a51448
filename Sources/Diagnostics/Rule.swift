/// What one diagnostic code stands for: its page in `explain` and in the portal, and the source of its diagnostics.
///
/// A rule is declared once, beside the code that watches over it. `RB00xx` is the lab as a list of things, `RB01xx`
/// networks and addresses, `RB02xx` hosts and machines, `RB03xx` clusters, `RB04xx` services, `RB05xx` storage and backup,
/// `RB06xx` load balancers and failover, `RB07xx` runbooks, `RB08xx` alerts and monitoring, `RB09xx` building and writing.
public struct Rule: Sendable, Hashable {
  /// The code: `RB` and four digits, never used for a second meaning.
  public var code: String
  /// What its diagnostics are worth unless the rule's owner says otherwise.
  public var severity: Severity
  /// The rule in one phrase, without a full stop: "an address belongs to its network".
  public var title: String
  /// Why it matters at three in the morning.
  public var why: String
  /// What to do about it.
  public var remedy: String
  /// Whether a lab may waive it; never where breaking it makes files wrong or unreadable.
  public var isWaivable: Bool

  /// Declares a rule.
  ///
  /// - Parameters:
  ///   - code: Letters and digits, never used for a second meaning; rules that ship with Rackbook begin with `RB`.
  ///   - severity: What its diagnostics are worth.
  ///   - title: What must be true, in one phrase without a full stop.
  ///   - why: Why it matters.
  ///   - remedy: What to do about it.
  ///   - waivable: Whether a lab may waive it; it may unless said otherwise.
  public init(
    _ code: String, _ severity: Severity, _ title: String, why: String, remedy: String, waivable: Bool = true
  ) {
    self.code = code
    self.severity = severity
    self.title = title
    self.why = why
    self.remedy = remedy
    self.isWaivable = waivable
  }

  /// A diagnostic of this rule.
  ///
  /// - Parameters:
  ///   - subject: The thing it is about; the engine finds its place.
  ///   - location: A place more exact than the subject's declaration, where there is one.
  ///   - message: One phrase without a full stop, the most specific word first.
  ///   - explanation: What the reader asks next; without it, the rule's `why` stands in the long form.
  ///   - notes: Related facts, each with a place where it has one.
  ///   - solutions: What to do, as verb phrases, the likeliest first.
  ///   - fixes: Changes of the source that put it right; one where there is one obvious way out, none otherwise.
  /// - Returns: The diagnostic, with the rule's code and severity.
  public func diagnostic(
    about subject: ThingID? = nil, at location: SourceLocation? = nil, _ message: String, explanation: String? = nil,
    notes: [Diagnostic.Note] = [], solutions: [String] = [], fixes: [Fix] = []
  ) -> Diagnostic {
    Diagnostic(
      code: code, severity: severity, subject: subject, location: location, message: message,
      explanation: explanation, notes: notes, solutions: solutions, fixes: fixes)
  }
}
