import ArgumentParser
import Compiler
import Diagnostics
import LabLanguage
import Runbooks

/// `run`: a runbook, step by step.
struct RunCommand<L: Lab>: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "run", abstract: "Run a runbook step by step, with a journal that survives a crash.",
      discussion: """
        A runbook of the build folder is run as it was built; sources and a toolchain are not needed. \
        Without an id, all runbooks are listed.
        """)
  }

  @Argument(help: "The runbook, <thing>/<runbook>, such as homelab/etcd-restore.")
  var id: String?

  @Flag(help: "Show every step as it would be run, and run nothing.")
  var dryRun = false

  @Flag(help: "Run plain steps without asking; manual and confirm steps still need a person.")
  var yes = false

  @Option(help: "An input's value, NAME=VALUE; may be given several times.")
  var input: [String] = []

  @Option(help: "Go on with a run instead of beginning one; 'runs' lists them.")
  var resume: String?

  @Option(help: "The step to begin with; those before it are skipped.")
  var from: String?

  @Option(help: "Where a secret comes from instead, NAME=SOURCE: env, file:PATH, prompt or vault:PATH#FIELD.")
  var secretFrom: [String] = []

  @Option(help: "The file of those who may approve steps, as OpenSSH has its allowed signers.")
  var allowedSigners = "allowed_signers"

  @Flag(help: "Wait for what another run holds, instead of refusing.")
  var wait = false

  @Option(help: "A folder that was built; 'build' and 'build/<lab>' are looked into without being named.")
  var fromBuild: String?

  @OptionGroup var journal: JournalOptions
  @OptionGroup var lab: LabOptions

  func validate() throws {
    if resume != nil, id != nil || dryRun || !input.isEmpty {
      throw ValidationError("--resume goes on with the run's own plan and inputs: leave out the id, --input, --dry-run")
    }
    for pair in secretFrom where Self.secretSource(pair) == nil {
      throw ValidationError("'\(pair)' is not NAME=SOURCE, with a source of env, file:PATH, prompt or vault:PATH#FIELD")
    }
    for pair in input where !pair.contains("=") { throw ValidationError("'\(pair)' is not NAME=VALUE") }
  }

  func run() async throws {
    let source = RunbookSource<L>(fromBuild: fromBuild, lab: lab)
    if id == nil, resume == nil { return try source.list() }
    let inputs = Dictionary(
      input.compactMap { pair in
        pair.firstIndex(of: "=").map { (String(pair[..<$0]), String(pair[pair.index(after: $0)...])) }
      }, uniquingKeysWith: { $1 })
    let plan = try id.map(source.plan)
    if dryRun, let plan { return try RunPreview(plan, inputs: inputs).show { print($0) } }
    let result = try await carryOut(plan, inputs: inputs, built: source.buildFolder)
    switch result {
    case .completed: return
    case .failed, .deviated, .undone, .cleanUpIncomplete: throw ExitCode(1)
    case .stopped: throw ExitCode(3)
    case .interrupted: throw ExitCode(130)
    }
  }

  /// `NAME=SOURCE`.
  private static func secretSource(_ pair: String) -> (String, SecretSource)? {
    guard let mark = pair.firstIndex(of: "="), mark != pair.startIndex else { return nil }
    return SecretSource(words: String(pair[pair.index(after: mark)...])).map { (String(pair[..<mark]), $0) }
  }

  private func carryOut(
    _ plan: RunbookPlan?, inputs: [String: String], built: String?
  ) async throws -> RunResult {
    let interrupts = Interrupts()
    var options = RunOptions(by: .current(version: rackbookVersion))
    options.environment["RACKBOOK_BUILD"] = options.environment["RACKBOOK_BUILD"] ?? built
    options.assumesYes = yes
    options.from = from
    options.waitsForLocks = wait
    options.allowedSigners = allowedSigners
    options.secretSources = Dictionary(secretFrom.compactMap(Self.secretSource)) { $1 }
    options.interrupts = interrupts
    let (final, folder, resume) = (options, journal.folder, resume)
    return try await interrupts.watching {
      let terminal = ConsoleTerminal()
      let run =
        if let plan {
          try await Run.start(plan, inputs: inputs, in: folder, on: terminal, options: final)
        } else {
          try await Run.resume(resume ?? "", in: folder, on: terminal, options: final)
        }
      return try await run.go()
    }
  }
}
