/// What a journal's line says happened.
public enum JournalEvent: Sendable, Hashable {
  /// A run began.
  case runStart(RunStart)
  /// A run was taken up again.
  case runResume(RunResume)
  /// A step is about to run; nothing of it has happened yet.
  case stepIntent(StepIntent)
  /// A step's process exists; its script is handed over after this line is on disk.
  case stepSpawned(StepSpawned)
  /// A step's process has ended.
  case stepOutcome(StepOutcome)
  /// A step's check was run.
  case stepCheck(StepCheck)
  /// It was decided what became of a step that a crash left open.
  case stepSettled(StepSettled)
  /// A person left a step out.
  case stepSkipped(StepSkipped)
  /// A person answered a `manual` or `confirm` step.
  case gate(GateAnswer)
  /// A run ended, or was left to be resumed.
  case runEnd(RunEnd)

  /// The event's name in the journal.
  public var name: String {
    switch self {
    case .runStart: "run.start"
    case .runResume: "run.resume"
    case .stepIntent: "step.intent"
    case .stepSpawned: "step.spawned"
    case .stepOutcome: "step.outcome"
    case .stepCheck: "step.check"
    case .stepSettled: "step.settled"
    case .stepSkipped: "step.skipped"
    case .gate: "gate"
    case .runEnd: "run.end"
    }
  }

  /// What the line says beside its name.
  var payload: any Codable {
    switch self {
    case .runStart(let payload): payload
    case .runResume(let payload): payload
    case .stepIntent(let payload): payload
    case .stepSpawned(let payload): payload
    case .stepOutcome(let payload): payload
    case .stepCheck(let payload): payload
    case .stepSettled(let payload): payload
    case .stepSkipped(let payload): payload
    case .gate(let payload): payload
    case .runEnd(let payload): payload
    }
  }

  /// Reads the payload that belongs to a name; nothing for an unknown name.
  init?(name: String, from decoder: any Decoder) throws {
    switch name {
    case "run.start": self = .runStart(try RunStart(from: decoder))
    case "run.resume": self = .runResume(try RunResume(from: decoder))
    case "step.intent": self = .stepIntent(try StepIntent(from: decoder))
    case "step.spawned": self = .stepSpawned(try StepSpawned(from: decoder))
    case "step.outcome": self = .stepOutcome(try StepOutcome(from: decoder))
    case "step.check": self = .stepCheck(try StepCheck(from: decoder))
    case "step.settled": self = .stepSettled(try StepSettled(from: decoder))
    case "step.skipped": self = .stepSkipped(try StepSkipped(from: decoder))
    case "gate": self = .gate(try GateAnswer(from: decoder))
    case "run.end": self = .runEnd(try RunEnd(from: decoder))
    default: return nil
    }
  }
}
