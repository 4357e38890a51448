/// What a step does.
public indirect enum StepKind<Text: Sendable & Hashable>: Sendable, Hashable {
  /// Carries something out, here or on a host.
  case work(Work<Text>)
  /// Carries something out again and again until it succeeds.
  case wait(Wait<Text>)
  /// Compares what is known; fails where something is not so.
  case assert(Assertion<Text>)
  /// A thing that a person does and then says so.
  case manual(Text)
  /// A question that a person answers with yes before anything goes on.
  case confirm(Text)
  /// A question that other people than the operator answer with their signatures.
  case approval(Approval<Text>)
  /// A text that is shown; nothing is asked.
  case note(Text)
  /// Goes on at one of several steps.
  case branch(Branch<Text>)
  /// The steps of another runbook.
  case runbook(SubRunbook<Text>)

  /// The kind's word in Markdown, in a plan's file and in messages.
  public var word: String {
    switch self {
    case .work: "work"
    case .wait: "wait"
    case .assert: "assert"
    case .manual: "manual"
    case .confirm: "confirm"
    case .approval: "approval"
    case .note: "note"
    case .branch: "branch"
    case .runbook: "runbook"
    }
  }
}
