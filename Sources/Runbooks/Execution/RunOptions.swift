#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// How a run is carried out.
public struct RunOptions: Sendable {
  /// Whether plain steps run without being asked about; gates never pass by it.
  public var assumesYes = false
  /// The step to begin with; those before it are skipped.
  public var from: String?
  /// Who runs it.
  public var by: RunOperator
  /// The clocks.
  public var clock: RunClock
  /// The environment of scripts on this machine, and where the values of secrets come from.
  public var environment: [String: String]
  /// The signals that interrupt the run; nothing where somebody else looks after them.
  public var interrupts: Interrupts?

  /// Takes the operator; clocks and environment are those of the process unless others are given.
  ///
  /// - Parameters:
  ///   - by: Who runs it.
  ///   - clock: The clocks.
  ///   - environment: The environment of scripts on this machine, and where the values of secrets come from.
  public init(
    by: RunOperator, clock: RunClock = .system, environment: [String: String] = ProcessInfo.processInfo.environment
  ) {
    self.by = by
    self.clock = clock
    self.environment = environment
  }

  /// What runs the scripts.
  func runner(with secrets: [String: String]) -> ScriptRunner {
    ScriptRunner(clock: clock, environment: environment, secrets: secrets)
  }
}
