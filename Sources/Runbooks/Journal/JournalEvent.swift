/// What a journal's line says happened.
public enum JournalEvent: Sendable, Hashable {
  /// A run began.
  case runStart(RunStart)
  /// A run was taken up again.
  case runResume(RunResume)
  /// A resource was taken, or let go before the run's end.
  case lock(LockChange)
  /// The steady state was looked at.
  case steady(SteadyState)
  /// A process is about to be started for a step; nothing of it has happened yet.
  case stepIntent(StepIntent)
  /// A step's process exists; its script is handed over after this line is on disk.
  case stepSpawned(StepSpawned)
  /// Values were taken from a process's output; its outcome follows.
  case stepCaptured(StepCaptured)
  /// A step's process has ended.
  case stepOutcome(StepOutcome)
  /// Conditions were looked at without a process.
  case stepAsserted(StepAsserted)
  /// The items of a loop, or the branches of a group, have come together again.
  case stepJoined(StepJoined)
  /// It was decided what became of a process that a crash left open.
  case stepSettled(StepSettled)
  /// A step was left out.
  case stepSkipped(StepSkipped)
  /// A branch was taken.
  case stepBranched(StepBranched)
  /// The run goes on at another step than the next.
  case stepJumped(StepJumped)
  /// A person answered a step that asks.
  case gate(GateAnswer)
  /// The approval of others was asked for.
  case approvalAsked(ApprovalAsked)
  /// Another person approved a step.
  case approvalGiven(ApprovalGiven)
  /// What was done is about to be taken back.
  case undoBegin(UndoBegin)
  /// Taking back has come to its end.
  case undoEnd(UndoEnd)
  /// A remark.
  case note(Note)
  /// A run ended, or was left to be resumed.
  case runEnd(RunEnd)

  /// The event's name in the journal.
  public var name: String {
    switch self {
    case .runStart: "run.start"
    case .runResume: "run.resume"
    case .lock: "lock"
    case .steady: "steady"
    case .stepIntent: "step.intent"
    case .stepSpawned: "step.spawned"
    case .stepCaptured: "step.captured"
    case .stepOutcome: "step.outcome"
    case .stepAsserted: "step.asserted"
    case .stepJoined: "step.joined"
    case .stepSettled: "step.settled"
    case .stepSkipped: "step.skipped"
    case .stepBranched: "step.branched"
    case .stepJumped: "step.jumped"
    case .gate: "gate"
    case .approvalAsked: "approval.asked"
    case .approvalGiven: "approval.given"
    case .undoBegin: "undo.begin"
    case .undoEnd: "undo.end"
    case .note: "note"
    case .runEnd: "run.end"
    }
  }

  /// What the line says beside its name.
  var payload: any Codable {
    switch self {
    case .runStart(let payload): payload
    case .runResume(let payload): payload
    case .lock(let payload): payload
    case .steady(let payload): payload
    case .stepIntent(let payload): payload
    case .stepSpawned(let payload): payload
    case .stepCaptured(let payload): payload
    case .stepOutcome(let payload): payload
    case .stepAsserted(let payload): payload
    case .stepJoined(let payload): payload
    case .stepSettled(let payload): payload
    case .stepSkipped(let payload): payload
    case .stepBranched(let payload): payload
    case .stepJumped(let payload): payload
    case .gate(let payload): payload
    case .approvalAsked(let payload): payload
    case .approvalGiven(let payload): payload
    case .undoBegin(let payload): payload
    case .undoEnd(let payload): payload
    case .note(let payload): payload
    case .runEnd(let payload): payload
    }
  }

  /// Reads the payload that belongs to a name; nothing for an unknown name.
  init?(name: String, from decoder: any Decoder) throws {
    switch name {
    case "run.start": self = .runStart(try RunStart(from: decoder))
    case "run.resume": self = .runResume(try RunResume(from: decoder))
    case "lock": self = .lock(try LockChange(from: decoder))
    case "steady": self = .steady(try SteadyState(from: decoder))
    case "step.intent": self = .stepIntent(try StepIntent(from: decoder))
    case "step.spawned": self = .stepSpawned(try StepSpawned(from: decoder))
    case "step.captured": self = .stepCaptured(try StepCaptured(from: decoder))
    case "step.outcome": self = .stepOutcome(try StepOutcome(from: decoder))
    case "step.asserted": self = .stepAsserted(try StepAsserted(from: decoder))
    case "step.joined": self = .stepJoined(try StepJoined(from: decoder))
    case "step.settled": self = .stepSettled(try StepSettled(from: decoder))
    case "step.skipped": self = .stepSkipped(try StepSkipped(from: decoder))
    case "step.branched": self = .stepBranched(try StepBranched(from: decoder))
    case "step.jumped": self = .stepJumped(try StepJumped(from: decoder))
    case "gate": self = .gate(try GateAnswer(from: decoder))
    case "approval.asked": self = .approvalAsked(try ApprovalAsked(from: decoder))
    case "approval.given": self = .approvalGiven(try ApprovalGiven(from: decoder))
    case "undo.begin": self = .undoBegin(try UndoBegin(from: decoder))
    case "undo.end": self = .undoEnd(try UndoEnd(from: decoder))
    case "note": self = .note(try Note(from: decoder))
    case "run.end": self = .runEnd(try RunEnd(from: decoder))
    default: return nil
    }
  }
}
