import ArgumentParser
import LabLanguage

/// The command line of a lab.
struct LabCommand<L: Lab>: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: L().name, abstract: "The lab \(L().name): check it, build it, run its runbooks.",
      subcommands: [
        CheckCommand<L>.self, BuildCommand<L>.self, PlanCommand<L>.self, UpgradeCommand<L>.self,
        CompareCommand<L>.self, WhereCommand<L>.self, VerifyCommand<L>.self, RunCommand<L>.self, UndoCommand<L>.self,
        ImpactCommand<L>.self, SpofCommand<L>.self, OrderCommand<L>.self, CapacityCommand<L>.self,
        RecoveryCommand<L>.self,
        TestCommand<L>.self, RehearseCommand<L>.self, RunsCommand.self, EvidenceCommand.self, DrillsCommand<L>.self,
        ReadyCommand<L>.self,
        ApproveCommand.self,
        ExplainCommand<L>.self,
      ])
  }
}
