import Diagnostics

/// What a run has when it begins or is taken up again: its journal, its lock, its plan.
struct RunOpening: Sendable {
  var id: String
  var plan: RunbookPlan
  var start: JournalEvent.RunStart
  var folder: RunFolder
  var terminal: any RunTerminal
  var options: RunOptions
  var secrets: [String: String]
  var redactor: Redactor
  var journal: JournalWriter
  /// What it works on; nothing where nothing is worked on.
  var locks: ResourceLocks?
  var journalWasCut = false
  var state: RunState
}

extension Run {
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
    _ = try RunPreparation.prepare(plan, inputs: inputs)
    try RunPreparation.check(options.from, in: plan)
    let secrets = try await options.readSecrets(of: plan)
    let redactor = Redactor(secrets)
    let terminal = RedactingTerminal(terminal: terminal, redactor: redactor)
    CoreFiles.forbid()
    try folder.make()
    let id = folder.newRun(of: plan.id, at: options.clock.timestamp)
    var options = options
    let stage = try await options.prepareStage(for: plan, inputs: inputs, run: id, in: folder)
    let locks = try await take(locksOf: plan, for: id, in: folder, on: terminal, options)
    try UnfinishedRuns(of: plan.id, in: folder).report(to: terminal)
    try folder.store(plan, for: id)
    let journal = try JournalWriter(creating: id, in: folder, clock: options.clock, redactor: redactor)
    let start = JournalEvent.RunStart(
      runbook: plan.id, closure: RunClosure(plan: plan.hash, lab: options.built.lab, tool: options.by.version),
      mode: options.mode, inputs: inputs, secrets: plan.secrets, locks: locks.resources, stage: stage,
      by: options.by)
    let events = [JournalEvent.runStart(start)] + locks.waits.map { .lock($0) }
    try journal.append(events)
    var state = RunState([])
    for event in events { state.take(event) }
    return Run(
      RunOpening(
        id: id, plan: plan, start: start, folder: folder, terminal: terminal, options: options, secrets: secrets,
        redactor: redactor, journal: journal, locks: locks, state: state))
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
  /// - Throws: ``RunRefusal`` if it is finished, going on, not what is built by now, or its journal is damaged;
  ///   ``FileFailure``.
  public static func resume(
    _ id: String, in folder: RunFolder, on terminal: any RunTerminal, options: RunOptions
  ) async throws -> Run {
    guard let begun = RunState(try folder.journal(of: id).records).start else {
      throw RunRefusal("the journal of '\(id)' has no sound beginning")
    }
    try options.refuseOtherServers(than: begun, of: id)
    let plan = try folder.plan(of: id, hash: begun.closure.plan)
    let locks = try await take(locksOf: plan, for: id, in: folder, on: terminal, options)
    // Only now is nobody else writing to it.
    let bytes = try folder.journalBytes(of: id)
    let reading = JournalReading(bytes)
    var state = RunState(reading.records)
    let dropped = Array(bytes.dropFirst(reading.soundBytes))
    if let obstacle = JournalVerdict(reading, anchor: try folder.index.anchor(of: id)).obstacle {
      throw RunRefusal("the journal of '\(id)' cannot be gone on with: \(obstacle)")
    }
    guard let start = state.start else { throw RunRefusal("the journal of '\(id)' has no sound beginning") }
    try refuseEnded(state, id: id, options)
    _ = try RunPreparation.prepare(plan, inputs: start.inputs)
    try RunPreparation.check(options.from, in: plan)
    let drift = try RunDrift(since: state.closure ?? start.closure, frozen: plan, options).accepted(by: options)
    let secrets = try await options.readSecrets(of: plan)
    let redactor = Redactor(secrets)
    let terminal = RedactingTerminal(terminal: terminal, redactor: redactor)
    CoreFiles.forbid()
    var options = options
    _ = try await options.prepareStage(for: plan, inputs: start.inputs, run: id, in: folder)
    let journal = try JournalWriter(
      continuing: id, in: folder, after: reading, clock: options.clock, redactor: redactor)
    let resume = JournalEvent.RunResume(by: options.by, dropped: dropped, drift: drift)
    let events = [JournalEvent.runResume(resume)] + locks.waits.map { .lock($0) }
    try journal.append(events)
    for event in events { state.take(event) }
    return Run(
      RunOpening(
        id: id, plan: plan, start: start, folder: folder, terminal: terminal, options: options, secrets: secrets,
        redactor: redactor, journal: journal, locks: locks, journalWasCut: !dropped.isEmpty, state: state))
  }

  /// Takes everything a plan works on, from beginning to end: no two runs can then wait for each other.
  private static func take(
    locksOf plan: RunbookPlan, for run: String, in folder: RunFolder, on terminal: any RunTerminal,
    _ options: RunOptions
  ) async throws -> ResourceLocks {
    let holder = LockHolder(by: options.by, since: options.clock.timestamp, run: run)
    var resources = plan.resources
    // What stands in for a thing is another thing.
    if let stage = options.stage { resources = resources.map { "stage:\(stage.name)/\($0)" } }
    return try await ResourceLocks.take(resources, for: holder, in: folder, isWaiting: options.waitsForLocks) {
      terminal.show($0)
    }
  }

  /// A run that has come to its end is taken up again only to take it back, or for what has failed in it.
  private static func refuseEnded(_ state: RunState, id: String, _ options: RunOptions) throws {
    guard let result = state.end?.result, result.isFinal else { return }
    if options.takesBack, result != .undone, state.undoEnd == nil { return }
    if options.retriesFailed, result == .completed { return }
    throw RunRefusal("the run '\(id)' has come to its end: \(result.rawValue)")
  }

  /// Asks for the inputs nobody has given; without a terminal they stay missing.
  private static func ask(
    for inputs: [RunbookInput], given: [String: String], on terminal: any RunTerminal
  ) async throws -> [String: String] {
    var values = given
    for input in inputs where values[input.name] == nil { values[input.name] = input.standard }
    guard terminal.isInteractive else { return values }
    for input in inputs where values[input.name] == nil {
      let words = input.description.isEmpty ? "" : " (\(input.description))"
      while let answer = await terminal.ask("\(input.name)\(words): ") {
        let value = String(answer.trimmed)
        guard let problem = RunPreparation.problem(with: value, of: input) else {
          values[input.name] = value
          break
        }
        terminal.show(problem)
      }
    }
    return values
  }
}
