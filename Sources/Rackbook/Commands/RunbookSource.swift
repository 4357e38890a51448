import ArgumentParser
import Compiler
import Diagnostics
import LabLanguage
import Runbooks

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Where the plans of a lab's runbooks come from: a build folder, and, where that has none, the lab itself.
struct RunbookSource<L: Lab> {
  /// The build folder that was named.
  var fromBuild: String?
  /// Where the lab's sources are.
  var lab: LabOptions

  private var folders: [PlanFolder] {
    fromBuild.map { [PlanFolder($0)] } ?? usualFolders.map(PlanFolder.init)
  }

  private var usualFolders: [String] {
    guard let lab = try? lab.instance(of: L.self) else { return [] }
    return lab.environmentName.map { ["build/\($0)"] } ?? ["build", "build/\(lab.name)"]
  }

  /// The absolute path of the build folder that has plans; steps that read built files find it in `RACKBOOK_BUILD`.
  var buildFolder: String? {
    folders.first { !$0.ids.isEmpty }.map { folder in
      folder.path.hasPrefix("/") ? folder.path : "\(FileManager.default.currentDirectoryPath)/\(folder.path)"
    }
  }

  /// The plan of a runbook as it was built last; nothing where none is at hand.
  func built(_ id: String) throws -> RunbookPlan? {
    for folder in folders {
      if let plan = try folder.plan(id) { return plan }
    }
    return nil
  }

  /// The plan of a runbook; where it is from is printed unless the output is for programs.
  func plan(_ id: String, tellingWhere: Bool = true) throws -> RunbookPlan {
    for folder in folders {
      guard let plan = try folder.plan(id) else { continue }
      if tellingWhere {
        ConsoleTerminal().show("From \(folder.path)/runbooks/\(id).json")
        warnIfOutdated(plan)
      }
      return plan
    }
    var known = folders.flatMap(\.ids)
    if fromBuild == nil {
      let compilation = try lab.compilation(of: L.self, withPortal: false)
      if let plan = compilation.runbooks.first(where: { $0.id == id })?.plan { return plan }
      known += compilation.runbooks.map(\.id)
      if !compilation.isAccepted { throw ValidationError("nothing is built, and the lab has errors: run check") }
    }
    let hint = NearMiss.suggestion(for: id, in: known).map { "; \($0)" } ?? ""
    throw ValidationError("there is no runbook '\(id)'\(hint)")
  }

  /// The plans of all runbooks: those of the build folder, and those of the lab that it does not have; by their ids.
  func plans() throws -> [RunbookPlan] {
    var plans: [String: RunbookPlan] = [:]
    for folder in folders {
      for id in folder.ids where plans[id] == nil { plans[id] = try folder.plan(id) }
    }
    if fromBuild == nil {
      for runbook in try lab.compilation(of: L.self, withPortal: false).runbooks where plans[runbook.id] == nil {
        plans[runbook.id] = runbook.plan
      }
    }
    return plans.values.sorted { $0.id < $1.id }
  }

  /// Says so where the lab's sources are at hand and would give another plan; what was built is what runs.
  private func warnIfOutdated(_ plan: RunbookPlan) {
    guard fromBuild == nil, let compilation = try? lab.compilation(of: L.self, withPortal: false),
      let current = compilation.runbooks.first(where: { $0.id == plan.id }), current.plan.hash != plan.hash
    else { return }
    ConsoleTerminal().show(
      "The lab has changed since it was built: this is the runbook as it was built; 'build' brings it up to date.")
  }

  /// Prints every runbook's id and title.
  func list() throws {
    var titles: [String: String] = [:]
    for folder in folders {
      for id in folder.ids { titles[id] = titles[id] ?? (try? folder.plan(id))?.title ?? "cannot be read" }
    }
    if fromBuild == nil {
      for runbook in try lab.compilation(of: L.self, withPortal: false).runbooks {
        titles[runbook.id] = titles[runbook.id] ?? runbook.title
      }
    }
    for (id, title) in titles.sorted(by: { $0.key < $1.key }) { print("\(id)  \(title)") }
  }
}
