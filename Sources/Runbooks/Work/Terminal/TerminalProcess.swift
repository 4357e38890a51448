import Dispatch
import Subprocess

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A bash with a terminal of its own, which shows what it does on the person's terminal and takes the person's keys.
///
/// Ctrl-C, Ctrl-Z and the like are keys of its terminal, and concern nobody else.
struct TerminalProcess: Sendable {
  let environment: [String: String]
  let script: WorkScript
  /// After how many milliseconds it is ended.
  let limit: Int?

  /// Runs it to its end; the person's terminal is then as it was.
  ///
  /// - Parameters:
  ///   - spawned: Is told the process before it gets its work.
  ///   - output: Takes what it shows.
  /// - Returns: What became of it.
  /// - Throws: What `spawned` throws, and what is in the way of starting it.
  func run(
    spawned: @escaping ProcessRunner.Spawned, output: @escaping ShellProcess.Taker
  ) async throws -> ProcessRunner.Ended {
    guard isatty(STDIN_FILENO) == 1 else { throw Misjudgement("it needs a terminal, and there is none") }
    let terminal = try PseudoTerminal(like: STDIN_FILENO)
    let result = try await Subprocess.run(
      try await ShellProcess.program(WorkScript.shell[0], in: environment),
      arguments: Arguments(Array(WorkScript.shell.dropFirst())), environment: .custom(environment),
      platformOptions: ShellProcess.options(group: false), input: .inputWriter, output: .sequence,
      error: .combinedWithOutput
    ) { execution in
      let pid = execution.processIdentifier.value
      guard let process = ProcessIdentity(of: pid, group: pid) else { throw ShellVanished() }
      try await spawned(process)
      let watchdog = Watchdog(process, limit: limit)
      // What bash says before it has its terminal, such as that the script has no end.
      async let complaints: Void = {
        for try await buffer in execution.standardOutput { output(buffer.withUnsafeBytes { Array($0) }) }
      }()
      let gotAll = (try? await execution.standardInputWriter.write(script.text(for: process, on: terminal.path))) != nil
      try? await execution.standardInputWriter.finish()
      await Self.pump(terminal, for: process, output: output)
      try await complaints
      return (process: process, watchdog: watchdog, gotAll: gotAll)
    }
    let timedOut = await result.closureResult.watchdog.callOff()
    if timedOut || Task.isCancelled { _ = await result.closureResult.process.endAtOnce() }
    return ProcessRunner.Ended(
      status: result.terminationStatus, timedOut: timedOut, gotAll: result.closureResult.gotAll)
  }

  private static func pump(
    _ terminal: PseudoTerminal, for process: ProcessIdentity, output: @escaping ShellProcess.Taker
  ) async {
    await withCheckedContinuation { continuation in
      DispatchQueue.global().async {
        let mode = RawMode(STDIN_FILENO)
        var pump = TerminalPump(terminal, person: STDIN_FILENO, leader: process, output: output)
        pump.run()
        _ = consume mode
        continuation.resume()
      }
    }
  }
}
