import Diagnostics

/// A runbook as it is written, before it is tied to a thing of a lab: front matter, prose, and steps at their places.
public struct Runbook: Sendable, Hashable {
  /// How much is at stake when it is needed.
  public enum Severity: String, Sendable, Hashable, Codable, CaseIterable {
    /// Something is down for everyone.
    case critical
    /// Something is down for some, or will be soon.
    case warning
    /// Planned work.
    case routine
  }

  /// The source file, relative to the lab's folder.
  public var file: String
  /// The file's name without its ending: the second half of the runbook's id.
  public var name: String
  /// What it is called.
  public var title: Template
  /// One sentence on when to use it; empty where nothing was said.
  public var summary: Template
  /// Phrases that people search for in the hour of need.
  public var symptoms: [Template]
  /// The kind of thing it is for, such as `kubespray-cluster`; nothing for the lab as a whole.
  public var subjectKind: String?
  /// What a person is asked for when a run starts.
  public var inputs: [RunbookInput]
  /// How much is at stake.
  public var severity: Severity?
  /// How long it usually takes, in milliseconds.
  public var durationMilliseconds: Int?
  /// Where its secrets come from, by the names of their variables; one that is not here comes from the environment.
  public var secretSources: [String: SecretSource] = [:]
  /// What is true of the system when it is well; nothing where nothing was said.
  public var steadyState: SteadyState<Template>?
  /// The things of the lab that nobody else may work on during the whole run; placeholders are still open.
  public var locks: [String] = []
  /// How often it is rehearsed; nothing for never.
  public var drill: DrillInterval?
  /// The page: prose, with the steps at their places.
  public var body: [MarkdownBlock]
  /// The steps, in order.
  public var steps: [Step<Template>]
  /// The placeholders in prose, with their source lines.
  var mentions: [Mention]
  /// The lines of the front matter's keys.
  var keyLines: [String: Int] = [:]
  /// The line on which it begins.
  var line = 1

  /// A placeholder in prose.
  struct Mention: Sendable, Hashable {
    var key: String
    var line: Int
  }

  /// Every placeholder, with its source line.
  var placeholders: [Mention] {
    var looked = TextCollector<Template>()
    _ = steadyState?.filled(with: &looked)
    let templates = steps.flatMap(\.texts) + looked.texts + [title, summary] + symptoms
    return mentions + templates.flatMap(\.placeholders).map { Mention(key: $0.key, line: $0.line) }
  }

  /// The step of an id.
  public func step(_ id: String) -> Step<Template>? { steps.first { $0.id == id } }

  /// A place in its source.
  func place(_ line: Int) -> SourceLocation { SourceLocation(file, line) }
}
