import Subprocess

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Runs one script, here or on a host.
///
/// A captured script reaches bash on its standard input, and only after `spawned` has returned: a run that is killed
/// before it has written down the process leaves a shell that reads the end of its input and does nothing.
struct ScriptRunner: WorkRunner {
  /// How long a group has between being asked to end and being ended.
  static let patience = Duration.seconds(2)

  let clock: RunClock
  /// The environment of scripts on this machine.
  let environment: [String: String]
  /// The values of the secrets, by the names of their variables.
  let secrets: [String: String]

  typealias Spawned = @Sendable (ProcessIdentity) async throws -> Void

  /// The shell was gone before it could be given its script.
  private struct ShellVanished: Error {}

  /// What became of a child process.
  private struct Ended {
    var status: TerminationStatus
    var timedOut: Bool
  }

  /// A write to a shell that has gone away is an error here, not the end of the run.
  private static let ignoresBrokenPipes: Void = { _ = signal(SIGPIPE, SIG_IGN) }()

  func run(
    _ work: Work<String>, at place: WorkPlace, sink: OutputSink, spawned: @escaping Spawned
  ) async throws -> WorkResult {
    let outcome = try await run(work, sink: sink, spawned: spawned)
    return WorkResult(outcome, output: Array(outcome.tail.utf8))
  }

  /// Runs a script to its end.
  ///
  /// - Parameters:
  ///   - script: The script.
  ///   - sink: Takes its output as it comes.
  ///   - spawned: Is told the process before the script is handed to it.
  /// - Returns: How it ended; a script that could not be started has failed.
  /// - Throws: What `spawned` throws; a captured script has then not run.
  func run(_ script: Work<String>, sink: OutputSink, spawned: @escaping Spawned) async throws -> ScriptOutcome {
    _ = Self.ignoresBrokenPipes
    let start = clock.elapsed()
    var outcome = ScriptOutcome(result: .failed, milliseconds: 0, tail: "")
    do {
      let ended =
        script.usesTerminal
        ? try await runOnTerminal(script, spawned: spawned)
        : try await runCaptured(script, sink: sink, spawned: spawned)
      switch ended.status {
      case .exited(let code): outcome.exitCode = code
      case .signaled(let signal): outcome.signal = signal
      }
      if ended.timedOut {
        outcome.result = .timedOut
      } else if ended.status.isSuccess {
        outcome.result = .succeeded
      }
    } catch let error as SubprocessError {
      outcome.problem = error.description
    } catch is ShellVanished {
      outcome.problem = "the shell was gone before it got its script"
    }
    if Task.isCancelled, outcome.result == .failed { outcome.result = .interrupted }
    outcome.milliseconds = clock.elapsed() - start
    outcome.tail = sink.finish()
    return outcome
  }

  private func runCaptured(_ script: Work<String>, sink: OutputSink, spawned: @escaping Spawned) async throws -> Ended {
    var options = PlatformOptions()
    options.processGroupID = 0
    options.teardownSequence = [
      .send(signal: .terminate, toProcessGroup: true, allowedDurationToNextStep: Self.patience)
    ]
    let (executable, arguments) = command(for: script)
    let result = try await Subprocess.run(
      try await program(executable), arguments: Arguments(arguments), environment: variables(of: script),
      platformOptions: options,
      input: .inputWriter, output: .sequence, error: .combinedWithOutput
    ) { execution in
      let pid = execution.processIdentifier.value
      guard let process = ProcessIdentity(of: pid, group: pid) else { throw ShellVanished() }
      try await spawned(process)
      let watchdog = watch(process, limit: script.timeoutMilliseconds)
      // A shell that has gone away shows in its exit status.
      _ = try? await execution.standardInputWriter.write(input(for: script))
      try? await execution.standardInputWriter.finish()
      for try await buffer in execution.standardOutput {
        sink.take(buffer.withUnsafeBytes { Array($0) })
      }
      return watchdog
    }
    let pid = result.processIdentifier.value
    let timedOut = await Self.call(off: result.closureResult)
    // Whoever is left of the group has ignored the request to end.
    if timedOut || Task.isCancelled { kill(-pid, SIGKILL) }
    return Ended(status: result.terminationStatus, timedOut: timedOut)
  }

  private func runOnTerminal(_ script: Work<String>, spawned: @escaping Spawned) async throws -> Ended {
    var options = PlatformOptions()
    options.teardownSequence = [.send(signal: .terminate, allowedDurationToNextStep: Self.patience)]
    let result = try await Subprocess.run(
      try await program("bash"), arguments: ["-euo", "pipefail", "-c", script.script ?? ""],
      environment: variables(of: script), platformOptions: options, input: .currentStandardInput,
      output: .currentStandardOutput,
      error: .currentStandardError
    ) { execution in
      guard let process = ProcessIdentity(of: execution.processIdentifier.value, group: getpgrp()) else {
        return Task<Bool, Never>?.none
      }
      try await spawned(process)
      return watch(process, limit: script.timeoutMilliseconds)
    }
    return Ended(status: result.terminationStatus, timedOut: await Self.call(off: result.closureResult))
  }

  /// Ends a process when its time is over.
  private func watch(_ process: ProcessIdentity, limit: Int?) -> Task<Bool, Never>? {
    limit.map { milliseconds in
      Task {
        do { try await Task.sleep(for: .milliseconds(milliseconds)) } catch { return false }
        _ = await process.end()
        return true
      }
    }
  }

  /// Calls a watchdog off; whether it has struck before that.
  private static func call(off watchdog: Task<Bool, Never>?) async -> Bool {
    watchdog?.cancel()
    return await watchdog?.value ?? false
  }

  /// Finds a program beforehand: by its name alone, a process would be spawned for every folder of `PATH` that lacks it.
  private func program(_ name: String) async throws -> Executable {
    .path(try await Executable.name(name).resolveExecutablePath(in: Self.environment(environment)))
  }

  /// The environment of a process here: of the secrets, those it needs and no others.
  private func variables(of script: Work<String>) -> Environment {
    var variables = environment.filter { secrets[$0.key] == nil }
    if script.host == nil {
      for name in script.secrets { variables[name] = secrets[name] }
    }
    return Self.environment(variables)
  }

  private static func environment(_ variables: [String: String]) -> Environment {
    .custom(Dictionary(uniqueKeysWithValues: variables.map { (Environment.Key(stringLiteral: $0.key), $0.value) }))
  }

  private func command(for script: Work<String>) -> (executable: String, arguments: [String]) {
    let shell = ["-euo", "pipefail", "-s"]
    guard let host = script.host else { return ("bash", shell) }
    let user = script.user.map { ["-l", $0] } ?? []
    // Without a terminal ssh cannot ask; it must fail rather than wait for an answer nobody sees.
    return ("ssh", ["-T", "-o", "BatchMode=yes"] + user + ["--", host, "bash"] + shell)
  }

  /// What bash reads: the whole script as one group.
  ///
  /// A script cut short is then a syntax error, not half a script, and its commands cannot read the rest of it. The
  /// first line stays the first line.
  private func input(for script: Work<String>) -> String {
    let exports =
      script.host == nil
      ? []
      : script.secrets.map { name in
        "export \(name)=\(ShellWriter.quoted(secrets[name] ?? "")); "
      }
    return exports.joined() + "{ \(script.script ?? "")\n} </dev/null\n"
  }
}
