import Diagnostics

/// A runbook tied to one thing of a lab: the page for the portal, and the plan that is run.
public struct ResolvedRunbook: Sendable, Hashable {
  /// `<thing>/<runbook>`, such as `homelab/etcd-restore`.
  public var id: String
  /// The thing it is for; nothing for the lab as a whole.
  public var thing: ThingID?
  /// Where it is written.
  public var location: SourceLocation
  /// What it is called.
  public var title: String
  /// One sentence on when to use it; empty where nothing was said.
  public var summary: String
  /// Phrases that people search for in the hour of need.
  public var symptoms: [String]
  /// How much is at stake.
  public var severity: Runbook.Severity?
  /// How long it usually takes, in milliseconds.
  public var durationMilliseconds: Int?
  /// The page, facts filled in, open inputs as `<name>`; steps and checks stand as places, their content is in the plan.
  public var body: [MarkdownBlock]
  /// What is run.
  public var plan: RunbookPlan

  /// Where the plan is kept in a build folder: `runbooks/<thing>/<runbook>.json`.
  public var planPath: String { "runbooks/\(id).json" }
}
