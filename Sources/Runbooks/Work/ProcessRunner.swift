import Subprocess

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Carries works out with processes, here or on a host.
struct ProcessRunner: WorkRunner {
  /// How long a silent work goes on without a word from the run.
  static let heartbeat = Duration.seconds(30)

  let clock: RunClock
  /// The environment of processes on this machine.
  let environment: [String: String]
  /// The values of the secrets, by the names of their variables.
  let secrets: [String: String]
  /// ssh's configuration of the stage it works on; nothing for the person's.
  var sshConfiguration: String?
  private let redactor: Redactor

  /// Makes what carries works out.
  ///
  /// - Parameters:
  ///   - clock: The clocks.
  ///   - environment: The environment of processes on this machine.
  ///   - secrets: The values of the secrets, by the names of their variables.
  ///   - redactor: Takes these values out of what is told.
  init(clock: RunClock, environment: [String: String], secrets: [String: String], redactor: Redactor) {
    self.clock = clock
    self.environment = environment
    self.secrets = secrets
    self.redactor = redactor
  }

  typealias Spawned = @Sendable (ProcessIdentity) async throws -> Void

  /// What became of a process.
  struct Ended {
    var status: TerminationStatus
    var timedOut: Bool
    /// Whether it got all of its work: a shell that got nothing ends with exit code 0.
    var gotAll: Bool
    /// What of its work on a host may still run.
    var remains: String?
  }

  /// A write to a shell that has gone away is an error here, not the end of the run.
  private static let ignoresBrokenPipes: Void = { _ = signal(SIGPIPE, SIG_IGN) }()

  /// Carries a work out once, to its end.
  ///
  /// - Parameters:
  ///   - work: What is carried out.
  ///   - place: For which step, and which of its parts.
  ///   - sink: Takes its output as it comes.
  ///   - spawned: Is told the process before anything of the work is handed to it.
  /// - Returns: How it ended; what could not be started has failed.
  /// - Throws: What `spawned` throws; nothing of the work has then happened.
  func run(
    _ work: Work<String>, at place: WorkPlace, sink: OutputSink, spawned: @escaping Spawned
  ) async throws -> WorkResult {
    _ = Self.ignoresBrokenPipes
    let start = clock.elapsed()
    var outcome = ScriptOutcome(result: .failed, milliseconds: 0, tail: "")
    var report = WorkReport()
    let heart = Task {
      while (try? await Task.sleep(for: Self.heartbeat)) != nil, !work.usesTerminal {
        sink.beat(elapsedMilliseconds: clock.elapsed() - start)
      }
    }
    do {
      let ended = try await carryOut(work, at: place, sink: sink, report: &report, spawned: spawned)
      switch ended.status {
      case .exited(let code): (outcome.exitCode, report.exitCode) = (code, code)
      case .signaled(let signal): outcome.signal = signal
      }
      let judgement = work.judge(report, hiding: redactor)
      if ended.timedOut {
        outcome.result = .timedOut
      } else if !ended.gotAll, ended.status.isSuccess {
        outcome.problem = "the shell ended without having taken its work"
      } else if judgement.holds {
        outcome.result = .succeeded
      } else if Task.isCancelled {
        outcome.result = .interrupted
      } else if outcome.signal == nil, !judgement.reason.isEmpty {
        outcome.problem = judgement.reason
      }
      if let remains = ended.remains { outcome.problem = remains }
    } catch let error as SubprocessError {
      outcome.problem = error.description
    } catch let error as Misjudgement {
      outcome.problem = redactor.redact(error.reason)
    } catch is ShellVanished {
      outcome.problem =
        work.host == nil
        ? "the shell was gone before it got its work" : "the host was not reached, or the connection to it broke"
    }
    heart.cancel()
    if Task.isCancelled, outcome.result == .failed { outcome.result = .interrupted }
    outcome.milliseconds = clock.elapsed() - start
    outcome.tail = sink.finish()
    return WorkResult(outcome, report, redactor: redactor)
  }

  /// Ends a process that was left behind, and what it has started on the work's host.
  ///
  /// - Parameters:
  ///   - process: The process.
  ///   - work: What it carries out; nothing where that is not known.
  /// - Returns: Whether nothing of it is left.
  func end(_ process: ProcessIdentity, of work: Work<String>?) async -> Bool {
    let isGone = await process.end()
    guard let remains = remains(of: process, work) else { return isGone }
    return await remains.end(in: environment) && isGone
  }

  /// Looks on the work's host for what a process that is gone here has started there.
  ///
  /// - Parameters:
  ///   - process: The process.
  ///   - work: What it carried out; nothing where that is not known.
  /// - Returns: Whether something of it still runs; nothing where the host could not be asked.
  func hasLeft(_ process: ProcessIdentity, of work: Work<String>?) async -> Bool? {
    guard let remains = remains(of: process, work) else { return false }
    return await remains.areThere(in: environment)
  }

  private func remains(of process: ProcessIdentity, _ work: Work<String>?) -> RemoteRemains? {
    guard let work, let host = work.host else { return nil }
    return RemoteRemains(connection: connection(to: host, as: work.user), marker: process.marker)
  }

  private func connection(to host: String, as user: String?) -> SSHConnection {
    SSHConnection(host: host, user: user, configuration: sshConfiguration)
  }

  private func carryOut(
    _ work: Work<String>, at place: WorkPlace, sink: OutputSink, report: inout WorkReport,
    spawned: @escaping Spawned
  ) async throws -> Ended {
    let script = try WorkScript(work, secrets: secrets)
    if work.usesTerminal {
      guard work.host == nil else { throw Misjudgement("a work that has the terminal runs on this machine") }
      return try await runOnTerminal(script, of: work, sink: sink, report: &report, spawned: spawned)
    }
    var receiver: FileReceiver?
    if case .copy(let copy) = work.kind, copy.direction == .fromHost {
      receiver = try FileReceiver(copy.destination, mode: copy.mode)
    }
    let output = OutputCollector()
    let process = ShellProcess(
      environment: variables(of: work), script: script,
      connection: work.host.map { connection(to: $0, as: work.user) },
      limit: work.timeoutMilliseconds, isLookedAt: place.isCaptured || work.isLookedAt)
    let taker = receiver
    let ended = try await process.run(spawned: spawned, errors: sink.take) { bytes in
      if let taker { return taker.take(bytes) }
      output.take(bytes)
      if !work.isRequest { sink.take(bytes) }
    }
    (report.output, report.isCut) = output.kept
    if work.isRequest { Self.read(&report, sink: sink) }
    if ended.status.isSuccess, !ended.timedOut { try receiver?.finish() }
    return ended
  }

  /// The environment of a process here: of the secrets, those it needs and no others.
  private func variables(of work: Work<String>) -> [String: String] {
    var variables = environment.filter { secrets[$0.key] == nil }
    if work.host == nil {
      for name in work.secrets { variables[name] = secrets[name] }
    }
    return variables
  }

  /// Takes an answer apart, and shows its status and its body.
  private static func read(_ report: inout WorkReport, sink: OutputSink) {
    guard let answer = HTTPAnswer(report.output) else { return }
    report.status = answer.status
    report.headers = answer.headers
    report.output = answer.body
    sink.take(Array("HTTP status \(answer.status)\n".utf8) + answer.body)
  }

  private func runOnTerminal(
    _ script: WorkScript, of work: Work<String>, sink: OutputSink, report: inout WorkReport, spawned: @escaping Spawned
  ) async throws -> Ended {
    let output = OutputCollector()
    let process = TerminalProcess(environment: variables(of: work), script: script, limit: work.timeoutMilliseconds)
    let ended = try await process.run(spawned: spawned) { bytes in
      output.take(bytes)
      sink.take(bytes)
    }
    (report.output, report.isCut) = output.kept
    return ended
  }
}

/// The shell was gone before it could be given its work.
struct ShellVanished: Error {}

extension Work<String> {
  /// Whether its output is looked at by itself, without the errors.
  ///
  /// What only runs keeps the two in the order they came.
  var isLookedAt: Bool {
    switch kind {
    case .request, .copy: true
    case .kubectl, .helm: true
    case .script, .command: expectations.contains { $0.selector.looksAtOutput }
    }
  }
}
