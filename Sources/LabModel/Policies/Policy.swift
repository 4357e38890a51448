import Diagnostics

/// A rule of one's own over the whole lab, beside those that ship.
///
/// ```swift
/// let familyIsBackedUp = Policy(
///   "HOME001", .error, "what the family uses is backed up at least daily",
///   why: "Two days of lost photos are two days of lost photos.", remedy: "Add `.backedUp(every: .days(1), ...)`."
/// ) { lab, rule in
///   lab.all(Service.self).filter { $0.place == familyNamespace.id && $0.backup == nil }.map {
///     rule.diagnostic(about: $0.id, "\($0.id) is not backed up")
///   }
/// }
/// ```
///
/// It is listed in the lab. Its code has a prefix of its own; `explain`, the portal and waivers know it like any other.
/// Raises `RB0991` and `RB0992`.
public struct Policy: Component {
  /// The rule with its page.
  public let rule: Rule
  /// Where it was declared.
  public let declared: SourceLocation
  private let find: @Sendable (ResolvedLab, Rule) -> [Diagnostic]

  /// Declares a rule.
  ///
  /// - Parameters:
  ///   - code: 2 to 12 capital letters other than `RB`, then 2 to 6 digits: `HOME001`.
  ///   - severity: What its findings are worth; an error stops the build.
  ///   - title: What must be true, in one phrase without a full stop.
  ///   - why: Why it matters, one to three sentences.
  ///   - remedy: What to do about it.
  ///   - waivable: Whether a ``Waiver`` can waive it; it can unless said otherwise.
  ///   - file: Left out.
  ///   - line: Left out.
  ///   - find: Finds what breaks the rule; findings name a thing and get its place.
  public init(
    _ code: String, _ severity: Severity, _ title: String, why: String, remedy: String, waivable: Bool = true,
    file: StaticString = #fileID, line: UInt = #line, find: @escaping @Sendable (ResolvedLab, Rule) -> [Diagnostic]
  ) {
    self.rule = Rule(code, severity, title, why: why, remedy: remedy, waivable: waivable)
    self.declared = SourceLocation(file, line)
    self.find = find
  }

  /// What breaks the rule; every finding carries its code.
  public func findings(in lab: ResolvedLab) -> [Diagnostic] {
    find(lab, rule).map { finding in
      var own = finding
      own.code = rule.code
      return own
    }
  }

  /// A policy is no thing of the lab; this names it where something has to.
  public var id: ThingID { ThingID("policy", rule.code) }
  /// The rule.
  public var summary: String { rule.title }
  /// Nothing beyond what its page says.
  public var facts: [Fact] { [] }
}
