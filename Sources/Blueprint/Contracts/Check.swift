import Diagnostics
import LabModel

/// A rule and how to find what breaks it.
///
/// A check is a value. Its two example labs are data: the tests compile a bad and a good one and expect exactly this
/// code from the first and nothing from the second.
public struct Check: Sendable {
  /// The rule, with its page.
  public var rule: Rule
  /// A lab that breaks the rule and no other.
  public var bad: @Sendable () -> ResolvedLab
  /// A lab that looks much like it and breaks nothing.
  public var good: @Sendable () -> ResolvedLab
  /// Finds what breaks the rule; it names subjects, and the engine adds places.
  public var findings: @Sendable (ResolvedLab) -> [Diagnostic]

  /// Describes a check.
  ///
  /// - Parameters:
  ///   - rule: The rule.
  ///   - bad: A lab that breaks the rule and no other.
  ///   - good: A lab that breaks nothing.
  ///   - findings: Finds what breaks the rule.
  public init(
    _ rule: Rule, bad: @escaping @Sendable () -> ResolvedLab, good: @escaping @Sendable () -> ResolvedLab,
    findings: @escaping @Sendable (ResolvedLab) -> [Diagnostic]
  ) {
    self.rule = rule
    self.bad = bad
    self.good = good
    self.findings = findings
  }
}
