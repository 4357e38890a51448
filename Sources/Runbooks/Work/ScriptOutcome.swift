/// How a script ended.
public struct ScriptOutcome: Sendable, Hashable, Codable {
  /// How it went.
  public enum Result: String, Sendable, Hashable, Codable {
    /// It ended with exit code 0.
    case succeeded
    /// It ended with another exit code, by a signal of its own, or could not be started.
    case failed
    /// It was ended because its time was over.
    case timedOut
    /// It was ended because the run was interrupted.
    case interrupted
  }

  /// How it went.
  public var result: Result
  /// Its exit code, where it exited.
  public var exitCode: Int32?
  /// The signal that ended it, where one did.
  public var signal: Int32?
  /// Why it could not be started, or what else than its exit code makes it a failure.
  public var problem: String?
  /// How long it took, in milliseconds.
  public var milliseconds: Int
  /// The last of its output, secrets taken out; empty for a step that talks to the terminal itself.
  public var tail: String

  /// The outcome in a phrase: `failed with exit code 2 after 1.2s`.
  public var description: String {
    let time = "after \(Milliseconds.describe(milliseconds))"
    let more = problem.map { "; \($0)" } ?? ""
    switch result {
    case .succeeded: return "done \(time)"
    case .timedOut: return "ended \(time): its time was over\(more)"
    case .interrupted: return "interrupted \(time)\(more)"
    case .failed:
      if let problem {
        return exitCode == nil && signal == nil ? "could not be started: \(problem)" : "failed \(time): \(problem)"
      }
      if let signal { return "ended by signal \(signal) \(time)" }
      return "failed with exit code \(exitCode ?? -1) \(time)"
    }
  }
}
