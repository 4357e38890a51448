/// One step of a runbook: what to do, and how to tell that it was done.
public struct Step: Sendable, Hashable {
  /// What a step does.
  public enum Action: Sendable, Hashable {
    /// Runs a script, here or on a host.
    case script(Script)
    /// A thing that a person does and then says so.
    case manual(Template)
    /// A question that a person answers with yes before anything goes on.
    case confirm(Template)
  }

  /// Its name in the journal and on the command line, unique in the runbook.
  public var id: String
  /// What it is called: its own title, or the nearest heading before it.
  public var title: Template
  /// What it does.
  public var action: Action
  /// Verifies that it was done; settles the step after a crash.
  public var check: Script?
  /// The source line of its opening fence.
  public var line: Int

  /// Every text of the step that may hold placeholders.
  var templates: [Template] {
    let scripts = [check].compactMap { $0 }
    switch action {
    case .script(let script): return [title] + ([script] + scripts).flatMap(\.templates)
    case .manual(let text), .confirm(let text): return [title, text]
    }
  }
}
