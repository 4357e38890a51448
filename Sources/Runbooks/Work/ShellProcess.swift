import Subprocess

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A bash that is given a work on its standard input, in a process group of its own.
///
/// It gets the work only after `spawned` has returned: a run that is killed before it has written down the process leaves a
/// shell that reads the end of its input and does nothing.
struct ShellProcess: Sendable {
  /// How long a group has between being asked to end and being ended.
  static let patience = Duration.seconds(2)

  typealias Taker = @Sendable ([UInt8]) -> Void

  let environment: [String: String]
  let script: WorkScript
  /// The host it runs on; nothing for this machine.
  let connection: SSHConnection?
  /// After how many milliseconds it is ended.
  let limit: Int?
  /// Whether errors are kept apart from the output; the order of the two is then lost.
  let isLookedAt: Bool

  /// Runs it to its end.
  ///
  /// - Parameters:
  ///   - spawned: Is told the process before it gets its work.
  ///   - errors: Takes its errors, where they are kept apart.
  ///   - output: Takes its output, and its errors where they are not kept apart.
  /// - Returns: What became of it.
  /// - Throws: What `spawned` throws, and what is in the way of starting it.
  func run(
    spawned: @escaping ProcessRunner.Spawned, errors: @escaping Taker, output: @escaping Taker
  ) async throws -> ProcessRunner.Ended {
    let words = connection.map { ["ssh"] + $0.arguments } ?? WorkScript.shell
    let configuration = Configuration(
      executable: try await Self.program(words[0], in: environment), arguments: Arguments(Array(words.dropFirst())),
      environment: .custom(environment), platformOptions: Self.options(group: true))
    if isLookedAt {
      let result = try await Subprocess.run(
        configuration, input: .inputWriter, output: .sequence, error: .sequence
      ) { execution in
        try await feed(execution.standardInputWriter, execution.processIdentifier.value, spawned: spawned) {
          async let rest: Void = Self.drain(execution.standardError, into: errors)
          try await Self.drain(execution.standardOutput, into: output)
          try await rest
        }
      }
      return await end(of: result.closureResult, status: result.terminationStatus)
    }
    let result = try await Subprocess.run(
      configuration, input: .inputWriter, output: .sequence, error: .combinedWithOutput
    ) { execution in
      try await feed(execution.standardInputWriter, execution.processIdentifier.value, spawned: spawned) {
        try await Self.drain(execution.standardOutput, into: output)
      }
    }
    return await end(of: result.closureResult, status: result.terminationStatus)
  }

  /// A process that has been given its work.
  private struct Fed {
    var process: ProcessIdentity
    var watchdog: Watchdog
    /// Whether it got all of it.
    var gotAll: Bool
  }

  /// Gives the shell its work once its process is written down, while its output is taken.
  private func feed(
    _ writer: StandardInputWriter, _ pid: pid_t, spawned: ProcessRunner.Spawned,
    draining: @escaping @Sendable () async throws -> Void
  ) async throws -> Fed {
    guard let process = ProcessIdentity(of: pid, group: pid) else { throw ShellVanished() }
    try await spawned(process)
    let watchdog = Watchdog(process, limit: limit)
    async let drained: Void = draining()
    let gotAll = (try? await writer.write(script.text(for: process))) != nil
    while let sender = script.sender {
      let bytes = sender.next()
      guard gotAll, !bytes.isEmpty, (try? await writer.write(bytes)) != nil else { break }
    }
    try? await writer.finish()
    try await drained
    return Fed(process: process, watchdog: watchdog, gotAll: gotAll)
  }

  private static func drain(_ sequence: SubprocessOutputSequence, into taker: Taker) async throws {
    for try await buffer in sequence { taker(buffer.withUnsafeBytes { Array($0) }) }
  }

  private func end(of fed: Fed, status: TerminationStatus) async -> ProcessRunner.Ended {
    let timedOut = await fed.watchdog.callOff()
    var ended = ProcessRunner.Ended(status: status, timedOut: timedOut, gotAll: fed.gotAll)
    let wasEnded = timedOut || Task.isCancelled
    // Whoever is left of the group has ignored the request to end.
    if wasEnded { _ = await fed.process.endAtOnce() }
    // ssh says 255 when it was ended by somebody else, when the connection broke, or when there never was one.
    guard let connection, wasEnded || status == .exited(255) || !status.hasExited else { return ended }
    let isGone = await RemoteRemains(connection: connection, marker: fed.process.marker).end(in: environment)
    if wasEnded, !isGone { ended.remains = "what it has started on '\(connection.host)' may still run there" }
    return ended
  }

  /// Finds a program beforehand: by its name alone, a process would be spawned for every folder of `PATH` that lacks it.
  static func program(_ name: String, in environment: [String: String]) async throws -> Executable {
    .path(try await Executable.name(name).resolveExecutablePath(in: .custom(environment)))
  }

  /// How a process is started and, where the run is interrupted, ended.
  static func options(group: Bool) -> PlatformOptions {
    var options = PlatformOptions()
    if group { options.processGroupID = 0 } else { options.createSession = true }
    options.teardownSequence = [
      .send(signal: .terminate, toProcessGroup: true, allowedDurationToNextStep: patience)
    ]
    return options
  }
}

extension TerminationStatus {
  /// Whether it ended by itself, not by a signal.
  fileprivate var hasExited: Bool { if case .exited = self { true } else { false } }
}

extension Environment {
  /// An environment of its own.
  static func custom(_ variables: [String: String]) -> Environment {
    .custom(Dictionary(uniqueKeysWithValues: variables.map { (Key(stringLiteral: $0.key), $0.value) }))
  }
}
