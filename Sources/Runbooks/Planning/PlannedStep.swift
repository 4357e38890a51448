/// One step of a plan.
public struct PlannedStep: Sendable, Hashable, Codable {
  /// What a step does.
  public enum Action: Sendable, Hashable {
    /// Runs a script, here or on a host.
    case script(PlannedScript)
    /// A thing that a person does and then says so.
    case manual(PlannedText)
    /// A question that a person answers with yes before anything goes on.
    case confirm(PlannedText)
  }

  /// Its name in the journal and on the command line.
  public var id: String
  /// What it is called.
  public var title: PlannedText
  /// The prose that stands before it, as plain text.
  public var note: String
  /// What it does.
  public var action: Action
  /// Verifies that it was done.
  public var check: PlannedScript?
  /// Its line in the runbook's source.
  public var line: Int

  /// Plans a step.
  public init(
    id: String, title: PlannedText, note: String = "", action: Action, check: PlannedScript? = nil, line: Int = 1
  ) {
    self.id = id
    self.title = title
    self.note = note
    self.action = action
    self.check = check
    self.line = line
  }

  /// Every script of the step.
  public var scripts: [PlannedScript] {
    if case .script(let script) = action { [script] + [check].compactMap { $0 } } else { [] }
  }

  private enum Key: String, CodingKey { case id, title, note, script, manual, confirm, check, line }

  /// Reads a step: exactly one of `script`, `manual` and `confirm` says what it does.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: Key.self)
    id = try values.decode(String.self, forKey: .id)
    title = try values.decode(PlannedText.self, forKey: .title)
    note = try values.decodeIfPresent(String.self, forKey: .note) ?? ""
    check = try values.decodeIfPresent(PlannedScript.self, forKey: .check)
    line = try values.decode(Int.self, forKey: .line)
    if let script = try values.decodeIfPresent(PlannedScript.self, forKey: .script) {
      action = .script(script)
    } else if let text = try values.decodeIfPresent(PlannedText.self, forKey: .manual) {
      action = .manual(text)
    } else {
      action = .confirm(try values.decode(PlannedText.self, forKey: .confirm))
    }
  }

  /// Writes a step.
  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: Key.self)
    try values.encode(id, forKey: .id)
    try values.encode(title, forKey: .title)
    if !note.isEmpty { try values.encode(note, forKey: .note) }
    try values.encodeIfPresent(check, forKey: .check)
    try values.encode(line, forKey: .line)
    switch action {
    case .script(let script): try values.encode(script, forKey: .script)
    case .manual(let text): try values.encode(text, forKey: .manual)
    case .confirm(let text): try values.encode(text, forKey: .confirm)
    }
  }
}
