#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// How a run is carried out.
public struct RunOptions: Sendable {
  /// What was built last, which a run that is taken up again is held against.
  public struct Built: Sendable, Hashable {
    /// The plan of the same id; nothing where none is at hand.
    public var plan: RunbookPlan?
    /// The hash of the lab it was built from; nothing where it is not known.
    public var lab: String?

    /// Describes what was built.
    public init(plan: RunbookPlan? = nil, lab: String? = nil) {
      self.plan = plan
      self.lab = lab
    }
  }

  /// Whether it is meant; a run that is taken up again keeps its mode.
  public var mode = RunMode.real
  /// Whether plain steps run without being asked about; gates never pass by it.
  public var assumesYes = false
  /// The step to begin with; those before it are skipped.
  public var from: String?
  /// Whether what was done is taken back after a failure or an interruption, without a person being asked.
  public var undoesOnFailure = false
  /// Whether the run is taken up again only to take back what was done.
  public var takesBack = false
  /// Whether steps and items that failed are tried again, also where the run went on without them.
  public var retriesFailed = false
  /// Whether a resource that another run holds is waited for; if not, the run is refused.
  public var waitsForLocks = false
  /// Why a run is gone on with although something has changed since; nothing refuses that.
  public var acceptedDrift: String?
  /// How long steps usually take, in milliseconds, by their keys: said where one is silent for long.
  public var usual: [String: Int] = [:]
  /// What was built last.
  public var built = Built()
  /// Who runs it.
  public var by: RunOperator
  /// The clocks.
  public var clock: RunClock
  /// The environment of scripts on this machine, and where the values of secrets come from.
  public var environment: [String: String]
  /// Where secrets come from instead of where the plan says, by name: the way in when Vault is down.
  public var secretSources: [String: SecretSource] = [:]
  /// Asks for a secret without showing what is typed; by default at the process's terminal.
  public var secretPrompt: @Sendable (_ name: String) async -> String? = { await SecretPrompt.ask(for: $0) }
  /// The file of those who may approve steps, in the format of OpenSSH's allowed signers.
  public var allowedSigners = "allowed_signers"
  /// The signals that interrupt the run; nothing where somebody else looks after them.
  public var interrupts: Interrupts?
  /// What carries works out; nothing for processes.
  public var runner: (any WorkRunner)?
  /// The servers that stand in for those of the lab: the run is a rehearsal; nothing for the lab itself.
  public var stage: Stage?
  /// ssh's configuration of the stage, once the run has written it.
  var sshConfiguration: String?
  /// Lets the time between two looks at the steady state pass; nothing for the clock.
  var pauseBetweenLooks: (@Sendable (Int) async -> Void)?
  /// Tells who has approved; nothing for the signatures beside the request.
  var approvals: (@Sendable (ApprovalRequest) -> ApprovalGate.Count)?

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

  /// What carries works out.
  func processRunner(_ secrets: [String: String], _ redactor: Redactor) -> ProcessRunner {
    var runner = ProcessRunner(clock: clock, environment: environment, secrets: secrets, redactor: redactor)
    runner.sshConfiguration = sshConfiguration
    return runner
  }

  /// The values of a plan's secrets.
  ///
  /// - Throws: ``RunRefusal`` with every secret that cannot be read.
  func readSecrets(of plan: RunbookPlan) async throws -> [String: String] {
    let strangers = secretSources.keys.filter { !plan.secrets.contains($0) }.sorted()
    guard strangers.isEmpty else {
      throw RunRefusal(reasons: strangers.map { "the runbook has no secret '\($0)'" })
    }
    var sources: [String: SecretSource] = [:]
    for name in plan.secrets { sources[name] = secretSources[name] ?? plan.secretSources?[name] ?? .environment }
    return try await RunSecrets(environment: environment, prompt: secretPrompt).read(sources)
  }
}
