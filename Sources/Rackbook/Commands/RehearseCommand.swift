import ArgumentParser
import LabLanguage
import Runbooks

/// `rehearse`: a runbook, for real, on servers that stand in for those of the lab.
struct RehearseCommand<L: Lab>: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "rehearse", abstract: "Run a runbook for real on servers that stand in for those of the lab.",
      discussion: """
        A host that the stage does not have is refused, so that no server of the lab is reached. The journal and the \
        evidence say that it was a rehearsal, and what was not the real thing. Exits as run does.
        """)
  }

  @Argument(help: "The runbook, <thing>/<runbook>, such as homelab/etcd-restore.")
  var id: String?

  @OptionGroup var stage: StageOptions

  @Flag(help: "Run plain steps without asking; manual and confirm steps still need a person.")
  var yes = false

  @OptionGroup var inputs: InputOptions

  @Option(help: "Go on with a rehearsal instead of beginning one; 'runs' lists them.")
  var resume: String?

  @Flag(help: "Rehearse the drill, which leaves out what is meant for the real thing only.")
  var drill = false

  @Flag(help: "Take back what was done after a failure or an interruption, without asking.")
  var undoOnFailure = false

  @Option(help: "The file of those who may approve steps, as OpenSSH has its allowed signers.")
  var allowedSigners = "allowed_signers"

  @Option(help: "A folder that was built; 'build' and 'build/<lab>' are looked into without being named.")
  var fromBuild: String?

  @OptionGroup var secrets: SecretOptions
  @OptionGroup var view: TerminalOptions
  @OptionGroup var journal: JournalOptions
  @OptionGroup var lab: LabOptions

  func validate() throws {
    if (id == nil) == (resume == nil) { throw ValidationError("name a runbook, or a rehearsal with --resume") }
    if resume != nil, drill || !inputs.input.isEmpty {
      throw ValidationError("--resume goes on with the run's own inputs and mode: leave out --input and --drill")
    }
  }

  func run() async throws {
    let stage = try stage.stage()
    let source = RunbookSource<L>(fromBuild: fromBuild, lab: lab)
    let plan = try id.map { try source.plan($0) }
    var session = RunSession(in: journal.folder, built: source.buildFolder)
    session.show(plan?.id ?? session.runbook(of: resume ?? ""), in: view)
    session.terminal.show("Rehearsal on the stage '\(stage.name)'.")
    for phrase in stage.standIns { session.terminal.show("Not the real thing: \(phrase)") }
    session.options.stage = stage
    session.options.mode = drill ? .drill : .real
    session.options.assumesYes = yes
    session.options.undoesOnFailure = undoOnFailure
    session.options.allowedSigners = allowedSigners
    session.options.secretSources = secrets.sources
    if let plan { return try await session.start(plan, inputs: inputs.values) }
    try await session.resume(resume ?? "", from: source)
  }
}
