import ArgumentParser
import Documents
import LabLanguage
import Runbooks

/// `test`: every path of the runbooks, with outcomes that are made up.
struct TestCommand<L: Lab>: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "test", abstract: "Walk every path of runbooks with made-up outcomes, and report what was reached.",
      discussion: """
        No process is started, no host is reached, no file is written. Exits with 1 where a step is never carried out, \
        an undo leaves what could be taken back, a clean-up is not done, or the coverage is below --minimum. \
        Without an id, all runbooks are tested.
        """)
  }

  @Argument(help: "Runbooks, <thing>/<runbook>, such as homelab/etcd-restore.")
  var ids: [String] = []

  @Option(help: "The least coverage in percent.")
  var minimum = 0

  @Option(help: "The most paths of a runbook.")
  var atMost = PathReport.usualLimit

  @OptionGroup var inputs: InputOptions

  @Flag(help: "List every path and how it ended.")
  var paths = false

  @Flag(help: "Print JSON for programs.")
  var json = false

  @Option(help: "A folder that was built; 'build' and 'build/<lab>' are looked into without being named.")
  var fromBuild: String?

  @OptionGroup var lab: LabOptions

  func validate() throws {
    guard (0...100).contains(minimum) else { throw ValidationError("--minimum is a percentage, from 0 to 100") }
    guard atMost > 0 else { throw ValidationError("--at-most is at least 1") }
  }

  func run() async throws {
    let source = RunbookSource<L>(fromBuild: fromBuild, lab: lab)
    let plans = try ids.isEmpty ? source.plans() : ids.map { try source.plan($0, tellingWhere: !json) }
    for name in inputs.values.keys.sorted() where !plans.contains(where: { $0.inputs.contains { $0.name == name } }) {
      throw ValidationError("no runbook that is tested has an input '\(name)'")
    }
    var reports: [PathReport] = []
    for plan in plans {
      let names = Set(plan.inputs.map(\.name))
      let report = await PathReport.walking(
        plan, inputs: inputs.values.filter { names.contains($0.key) }, limit: atMost)
      reports.append(report)
      if !json { for line in report.lines(withPaths: paths) { print(line) } }
    }
    if json {
      print(JSON.print(.sequence(reports.map(\.tree))).text, terminator: "")
    } else if reports.count > 1 {
      print(PathReport.summary(of: reports))
    }
    guard reports.allSatisfy({ $0.findings.isEmpty && $0.isWhole && $0.coverage >= minimum }) else { throw ExitCode(1) }
  }
}
