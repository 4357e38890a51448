import Diagnostics

/// One run of a runbook, with its journal open and its lock held.
public struct Run {
  /// The run's id: the name of its journal.
  public let id: String
  /// What is run.
  public let plan: RunbookPlan

  let folder: RunFolder
  let steps: [PreparedStep]
  let dialogue: RunDialogue
  let options: RunOptions
  let journal: JournalWriter
  let runner: ScriptRunner
  let redactor: Redactor
  let locks: ResourceLocks
  /// Whether an unfinished line was cut off the journal when the run was taken up again.
  let journalWasCut: Bool
  var state: RunState

  /// Begins a run: takes the lock, stores the plan, opens the journal.
  ///
  /// Nothing is run yet.
  ///
  /// - Parameters:
  ///   - plan: What is to be run.
  ///   - inputs: The inputs' values; missing ones are asked for where a person is there to answer.
  ///   - folder: Where the journal goes.
  ///   - terminal: What is shown and asked.
  ///   - options: How it is carried out.
  /// - Returns: The run, ready to ``go()``.
  /// - Throws: ``RunRefusal`` with every reason not to begin, or ``FileFailure``.
  public static func start(
    _ plan: RunbookPlan, inputs: [String: String], in folder: RunFolder, on terminal: any RunTerminal,
    options: RunOptions
  ) async throws -> Run {
    let inputs = try await ask(for: plan.inputs, given: inputs, on: terminal)
    let steps = try RunPreparation.prepare(plan, inputs: inputs)
    try check(options.from, among: steps)
    let secrets = try RunSecrets.read(plan.secrets, from: options.environment)
    try folder.make()
    let id = folder.newRun(of: plan.id, at: options.clock.timestamp)
    let holder = LockHolder(by: options.by, since: options.clock.timestamp, run: id)
    let locks = try await ResourceLocks.take(["runbook:\(plan.id)"], for: holder, in: folder)
    try UnfinishedRuns(of: plan.id, in: folder).report(to: terminal)
    try folder.store(plan, for: id)
    let journal = try JournalWriter(creating: id, in: folder, clock: options.clock)
    let start = JournalEvent.RunStart(
      runbook: plan.id, closure: RunClosure(plan: plan.hash, tool: options.by.version), inputs: inputs,
      secrets: plan.secrets, locks: locks.resources, by: options.by)
    try journal.append(.runStart(start))
    return Run(
      id: id, plan: plan, folder: folder, steps: steps, dialogue: RunDialogue(terminal: terminal), options: options,
      journal: journal, runner: options.runner(with: secrets), redactor: Redactor(secrets), locks: locks,
      journalWasCut: false, state: RunState([]))
  }

  /// Takes a run up again, with the plan and the inputs it was started with.
  ///
  /// Nothing is run yet.
  ///
  /// - Parameters:
  ///   - id: The run.
  ///   - folder: Where its journal is.
  ///   - terminal: What is shown and asked.
  ///   - options: How it is carried out.
  /// - Returns: The run, ready to ``go()``.
  /// - Throws: ``RunRefusal`` if it is finished, going on, or its journal is damaged; ``FileFailure``.
  public static func resume(
    _ id: String, in folder: RunFolder, on terminal: any RunTerminal, options: RunOptions
  ) async throws -> Run {
    guard let runbook = RunState(try folder.journal(of: id).records).start?.runbook else {
      throw RunRefusal("the journal of '\(id)' has no sound beginning")
    }
    let holder = LockHolder(by: options.by, since: options.clock.timestamp, run: id)
    let locks = try await ResourceLocks.take(["runbook:\(runbook)"], for: holder, in: folder)
    let bytes = try folder.journalBytes(of: id)
    let reading = JournalReading(bytes)
    let state = RunState(reading.records)
    let dropped = Array(bytes.dropFirst(reading.soundBytes))
    let verdict = JournalVerdict(reading, anchor: try folder.index.anchor(of: id))
    if let obstacle = verdict.obstacle {
      throw RunRefusal("the journal of '\(id)' cannot be gone on with: \(obstacle)")
    }
    guard let start = state.start else { throw RunRefusal("the journal of '\(id)' has no sound beginning") }
    guard state.end?.result.isFinal != true else { throw RunRefusal("the run '\(id)' has come to its end") }
    let plan = try folder.plan(of: id, hash: start.closure.plan)
    let steps = try RunPreparation.prepare(plan, inputs: start.inputs)
    try check(options.from, among: steps)
    let secrets = try RunSecrets.read(plan.secrets, from: options.environment)
    let journal = try JournalWriter(continuing: id, in: folder, after: reading, clock: options.clock)
    try journal.append(.runResume(JournalEvent.RunResume(by: options.by, dropped: dropped)))
    return Run(
      id: id, plan: plan, folder: folder, steps: steps, dialogue: RunDialogue(terminal: terminal), options: options,
      journal: journal, runner: options.runner(with: secrets), redactor: Redactor(secrets), locks: locks,
      journalWasCut: !dropped.isEmpty, state: state)
  }

  /// Asks for the inputs nobody has given; without a terminal they stay missing.
  private static func ask(
    for inputs: [RunbookInput], given: [String: String], on terminal: any RunTerminal
  ) async throws -> [String: String] {
    var values = given
    guard terminal.isInteractive else { return values }
    for input in inputs where values[input.name] == nil {
      let words = input.description.isEmpty ? "" : " (\(input.description))"
      while let answer = await terminal.ask("\(input.name)\(words): ") {
        let value = String(answer.trimmed)
        guard let problem = RunPreparation.problem(with: value, of: input.name) else {
          values[input.name] = value
          break
        }
        terminal.show(problem)
      }
    }
    return values
  }

  private static func check(_ from: String?, among steps: [PreparedStep]) throws {
    guard let from, !steps.contains(where: { $0.id == from }) else { return }
    let hint = NearMiss.suggestion(for: from, in: steps.map(\.id)).map { "; \($0)" } ?? ""
    throw RunRefusal("the runbook has no step '\(from)'\(hint)")
  }
}
