import ArgumentParser
import Compiler
import Runbooks

/// A run at the person's terminal: signals are its own, and its end becomes the exit code.
struct RunSession {
  /// How it is carried out.
  var options = RunOptions(by: .current(version: rackbookVersion))
  /// What is shown and asked.
  var terminal: any RunTerminal = ConsoleTerminal()
  /// Where the journals are.
  let folder: RunFolder

  /// Takes what was built last: scripts find it in `RACKBOOK_BUILD`, and a run that is taken up is held against it.
  init(in folder: RunFolder, built: String?) {
    self.folder = folder
    options.environment["RACKBOOK_BUILD"] = options.environment["RACKBOOK_BUILD"] ?? built
    options.built.lab = built.flatMap { PlanFolder($0).labHash }
  }

  /// Takes the terminal that was asked for, and what the runbook's steps usually take; nothing where it is not known.
  mutating func show(_ runbook: String?, in view: TerminalOptions) {
    options.usual = runbook.map { UsualDurations.of($0, in: folder) } ?? [:]
    terminal = view.terminal(usual: options.usual)
  }

  /// The runbook of a run; nothing where its journal does not say.
  func runbook(of run: String) -> String? {
    (try? folder.journal(of: run)).flatMap { RunState($0.records).start?.runbook }
  }

  /// Begins a run and goes through it.
  func start(_ plan: RunbookPlan, inputs: [String: String]) async throws {
    try await carryOut { terminal, options in
      try await Run.start(plan, inputs: inputs, in: folder, on: terminal, options: options)
    }
  }

  /// Takes a run up again, held against the plan that is built by now.
  func resume<L>(_ id: String, from source: RunbookSource<L>) async throws {
    var session = self
    let start = RunState(try folder.journal(of: id).records).start
    session.options.built.plan = try start.flatMap { try source.built($0.runbook) }
    let (folder, final) = (folder, session)
    try await final.carryOut { terminal, options in
      try await Run.resume(id, in: folder, on: terminal, options: options)
    }
  }

  private func carryOut(
    _ open: @escaping @Sendable (any RunTerminal, RunOptions) async throws -> Run
  ) async throws {
    let interrupts = Interrupts()
    var options = options
    options.interrupts = interrupts
    let final = options
    let result = try await interrupts.watching { try await open(terminal, final).go() }
    switch result {
    case .completed: return
    case .failed, .deviated, .cleanUpIncomplete: throw ExitCode(1)
    case .undone: if options.takesBack { return } else { throw ExitCode(1) }
    case .stopped: throw ExitCode(3)
    case .interrupted: throw ExitCode(130)
    }
  }
}
