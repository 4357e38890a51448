import ArgumentParser
import Compiler
import Documents
import LabLanguage
import Runbooks

/// `ready`: whether a runbook could be run now.
struct ReadyCommand<L: Lab>: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "ready", abstract: "Look whether a runbook could be run now, and change nothing.",
      discussion: """
        Looks at programs, hosts (ssh without asking), their clocks, free space, a backup's age, secrets (that they are there), \
        locks and certificates. Exits with 1 where something is not as it must be.
        """)
  }

  @Argument(help: "The runbook, <thing>/<runbook>.")
  var id: String

  @Option(help: "An input's value, NAME=VALUE; may be given several times.")
  var input: [String] = []

  @Option(help: "A backup whose age is held against what the lab promises: a path, or HOST:PATH.")
  var backup: String?

  @Option(help: "The file of those who may approve steps, as OpenSSH has its allowed signers.")
  var allowedSigners = "allowed_signers"

  @Flag(help: "Print JSON for programs.")
  var json = false

  @Option(help: "A folder that was built; 'build' and 'build/<lab>' are looked into without being named.")
  var fromBuild: String?

  @OptionGroup var secrets: SecretOptions
  @OptionGroup var journal: JournalOptions
  @OptionGroup var lab: LabOptions

  func validate() throws {
    for pair in input where !pair.contains("=") { throw ValidationError("'\(pair)' is not NAME=VALUE") }
  }

  func run() async throws {
    let inputs = Dictionary(
      input.compactMap { pair in
        pair.firstIndex(of: "=").map { (String(pair[..<$0]), String(pair[pair.index(after: $0)...])) }
      }, uniquingKeysWith: { $1 })
    let plan = try RunbookSource<L>(fromBuild: fromBuild, lab: lab).plan(id, tellingWhere: !json)
    var options = RunOptions(by: .current(version: rackbookVersion))
    options.allowedSigners = allowedSigners
    options.secretSources = secrets.sources
    let readiness = Readiness(plan, inputs: inputs, folder: journal.folder, backup: backup, options: options)
    let findings = await readiness.findings()
    if json {
      let trees = findings.map { finding -> Node in
        [
          "state": .string(finding.state.rawValue), "subject": .string(finding.subject),
          "reason": .string(finding.reason),
        ]
      }
      print(JSON.print(.sequence(trees)).text, terminator: "")
    } else {
      let rows = findings.map { [$0.state.rawValue, $0.subject, $0.reason] }
      for line in TextTable.lines(rows, head: ["STATE", "WHAT", "WHY"]) { print(line) }
    }
    if findings.contains(where: { $0.state == .not }) { throw ExitCode(1) }
  }
}
