/// One run of a runbook, with its journal open and its locks held.
///
/// Where it stands is told by the journal alone: whatever happens is written down first and taken note of then, so that a
/// run that is taken up again comes to the same next step.
public actor Run {
  /// The run's id: the name of its journal.
  public nonisolated let id: String
  /// What is run.
  public nonisolated let plan: RunbookPlan

  let folder: RunFolder
  let dialogue: RunDialogue
  let options: RunOptions
  let mode: RunMode
  let journal: JournalWriter
  let runner: any WorkRunner
  let redactor: Redactor
  /// What it works on; let go when it has ended.
  var locks: ResourceLocks?
  /// Whether an unfinished line was cut off the journal when the run was taken up again.
  let journalWasCut: Bool
  /// The plan's steps, those of sub-runbooks among them, by their ids.
  let steps: [String: PlannedStep]
  /// Where each step stands among all of them, from 1.
  let numbers: [String: Int]

  var state: RunState
  /// The values of inputs and captures.
  var values: [Reference: String]
  /// What the steps of a loop's item have captured, by the item.
  var itemValues: [String: [Reference: String]] = [:]
  var turn = Turn()
  var interruption = Interruption()

  init(_ opening: RunOpening) {
    id = opening.id
    plan = opening.plan
    folder = opening.folder
    dialogue = RunDialogue(terminal: opening.terminal)
    options = opening.options
    mode = opening.start.mode
    journal = opening.journal
    runner = opening.options.runner ?? opening.options.processRunner(opening.secrets, opening.redactor)
    redactor = opening.redactor
    locks = opening.locks
    journalWasCut = opening.journalWasCut
    state = opening.state
    let all = opening.plan.allSteps
    steps = Dictionary(all.map { ($0.id, $0) }) { first, _ in first }
    numbers = Dictionary(all.enumerated().map { ($1.id, $0 + 1) }) { first, _ in first }
    values = Dictionary(uniqueKeysWithValues: opening.start.inputs.map { (.input($0.key), $0.value) })
    for (name, value) in state.captures { values[.capture(name)] = value }
    for (key, captured) in state.captured {
      guard let item = StepKey(key).item else { continue }
      for (name, value) in captured { itemValues[item, default: [:]][.capture(name)] = value }
    }
  }

  /// The person's terminal.
  nonisolated var terminal: any RunTerminal { dialogue.terminal }

  /// Writes events down and takes note of them.
  func record(_ events: JournalEvent...) throws {
    try journal.append(events)
    for event in events {
      state.take(event)
      if case .stepCaptured(let captured) = event { take(captured) }
      terminal.take(.journaled(event))
    }
  }

  private func take(_ captured: JournalEvent.StepCaptured) {
    let item = StepKey(captured.step).item
    for (name, value) in captured.values {
      if let item {
        itemValues[item, default: [:]][.capture(name)] = value
      } else {
        values[.capture(name)] = value
      }
    }
  }

  /// Fills the texts of a step's part with what is known by now.
  ///
  /// - Parameters:
  ///   - item: The loop's item.
  ///   - missing: What stands for a value that nobody has captured.
  ///   - part: Fills what is to be filled.
  /// - Returns: What was filled.
  /// - Throws: ``Unfilled`` with what cannot stand where it would.
  func fill<Filled>(
    item: String?, missing: ValueFiller.Missing = .isRefused, _ part: (inout ValueFiller) -> Filled
  ) throws(Unfilled) -> Filled {
    var filler = ValueFiller(values, item: item, ofItem: item.flatMap { itemValues[$0] } ?? [:], missing: missing)
    let filled = part(&filler)
    guard filler.problems.isEmpty else { throw Unfilled(reason: filler.problems.joined(separator: "; ")) }
    return filled
  }
}

/// A text whose values cannot be put into it.
struct Unfilled: Error {
  /// Why.
  var reason: String
}
