import Blueprint
import Diagnostics
import Diagrams
import LabModel
import Runbooks

/// Everything that the portal shows of a lab.
public struct PortalContent: Sendable {
  /// The lab.
  public var lab: ResolvedLab
  /// What its systems contributed: alerts and secrets.
  public var blueprint: Blueprint
  /// The runbooks, each tied to its thing.
  public var runbooks: [ResolvedRunbook]
  /// What past runs tell of the runbooks.
  public var ledger: RunLedger
  /// The files that were made.
  public var artifacts: [Artifact]
  /// Every rule that was looked at.
  public var rules: [Rule]
  /// What the pages of rules show beside their reasons, by code.
  public var ruleSections: [String: RuleSection]
  /// What breaks them.
  public var diagnostics: [Diagnostic]
  /// The kinds of systems, for the names people read.
  public var systems: [SystemDescriptor]
  /// The command that starts the lab's program, such as `swift run lab`.
  public var command: String

  /// Gathers what the portal shows.
  ///
  /// - Parameters:
  ///   - lab: The lab.
  ///   - blueprint: What its systems contributed.
  ///   - runbooks: The runbooks, each tied to its thing.
  ///   - ledger: What past runs tell of the runbooks.
  ///   - artifacts: The files that were made.
  ///   - rules: Every rule that was looked at.
  ///   - ruleSections: What the pages of rules show beside their reasons, by code.
  ///   - diagnostics: What breaks them.
  ///   - systems: The kinds of systems.
  ///   - command: The command that starts the lab's program.
  public init(
    lab: ResolvedLab, blueprint: Blueprint, runbooks: [ResolvedRunbook] = [], ledger: RunLedger = RunLedger(),
    artifacts: [Artifact] = [], rules: [Rule] = [], ruleSections: [String: RuleSection] = [:],
    diagnostics: [Diagnostic] = [],
    systems: [SystemDescriptor] = [],
    command: String = "swift run lab"
  ) {
    self.lab = lab
    self.blueprint = blueprint
    self.runbooks = runbooks
    self.ledger = ledger
    self.artifacts = artifacts
    self.rules = rules
    self.ruleSections = ruleSections
    self.diagnostics = diagnostics
    self.systems = systems
    self.command = command
  }
}
