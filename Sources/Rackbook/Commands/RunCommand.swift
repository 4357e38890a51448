import ArgumentParser
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

  @Flag(help: "Begin a drill: an exercise, which leaves out what is meant for the real thing only.")
  var drill = false

  @Flag(help: "Take back what was done after a failure or an interruption, without asking.")
  var undoOnFailure = false

  @Flag(help: "With --resume: try again what has failed, also where the run went on without it.")
  var retryFailed = false

  @Option(help: "With --resume: why to go on although the runbook, the lab or the tool has changed since.")
  var acceptDrift: String?

  @Option(help: "The step to begin with; those before it are skipped.")
  var from: String?

  @Option(help: "The file of those who may approve steps, as OpenSSH has its allowed signers.")
  var allowedSigners = "allowed_signers"

  @Flag(help: "Wait for what another run holds, instead of refusing.")
  var wait = false

  @Option(help: "A folder that was built; 'build' and 'build/<lab>' are looked into without being named.")
  var fromBuild: String?

  @OptionGroup var secrets: SecretOptions
  @OptionGroup var view: TerminalOptions
  @OptionGroup var journal: JournalOptions
  @OptionGroup var lab: LabOptions

  func validate() throws {
    if resume != nil, id != nil || dryRun || !input.isEmpty {
      throw ValidationError("--resume goes on with the run's own plan and inputs: leave out the id, --input, --dry-run")
    }
    if resume == nil, retryFailed || acceptDrift != nil {
      throw ValidationError("--retry-failed and --accept-drift belong to --resume")
    }
    if resume != nil, drill { throw ValidationError("a run that is taken up again keeps its mode: leave out --drill") }
    if let acceptDrift, acceptDrift.allSatisfy(\.isWhitespace) {
      throw ValidationError("--accept-drift takes a reason, which is written down")
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
    let plan = try id.map { try source.plan($0) }
    if dryRun, let plan { return try RunPreview(plan, inputs: inputs).show { print($0) } }
    var session = RunSession(in: journal.folder, built: source.buildFolder)
    session.show(plan?.id ?? session.runbook(of: resume ?? ""), in: view)
    session.options.mode = drill ? .drill : .real
    session.options.assumesYes = yes
    session.options.from = from
    session.options.undoesOnFailure = undoOnFailure
    session.options.retriesFailed = retryFailed
    session.options.acceptedDrift = acceptDrift
    session.options.waitsForLocks = wait
    session.options.allowedSigners = allowedSigners
    session.options.secretSources = secrets.sources
    if let plan {
      for sentence in try RunLedger(RunHistory(journal.folder)).runbooks[plan.id]?.sentences ?? [] {
        session.terminal.show(sentence)
      }
      return try await session.start(plan, inputs: inputs)
    }
    try await session.resume(resume ?? "", from: source)
  }
}
