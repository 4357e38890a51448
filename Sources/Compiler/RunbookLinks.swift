import Blueprint
import Diagnostics
import LabModel
import Runbooks

/// The rules that tie runbooks, things and alerts together.
enum RunbookLinks {
  static let missing = Rule(
    "RB0780", .error, "a runbook that a system names ships with it",
    why: "A system whose runbook is missing leaves the person who is called at night alone.",
    remedy: "Add the file below runbooks/ and its line to the list of shipped files, or take the procedure back.",
    waivable: false)
  static let stranger = Rule(
    "RB0781", .error, "a runbook's folder is named after a thing of the lab",
    why: "The folder says which thing the runbook is for; its facts fill in the placeholders.",
    remedy: "Rename the folder, or put a runbook for the whole lab directly into runbooks/.", waivable: false)
  static let twice = Rule(
    "RB0782", .error, "a runbook's name is its own",
    why: "`run` takes the name: with two of one name, nobody knows which one is meant.",
    remedy: "Rename the lab's own runbook.", waivable: false)
  static let deadLink = Rule(
    "RB0801", .error, "an alert's runbook exists",
    why: "The alert wakes somebody up and sends them to a page that is not there.",
    remedy: "Name a runbook that exists as <thing>/<runbook>, or write it.", waivable: false)

  static let all = [missing, stranger, twice, deadLink]

  /// Looks for names given twice and for alerts that lead nowhere.
  static func check(_ runbooks: [ResolvedRunbook], _ blueprint: Blueprint, reporting log: inout DiagnosticLog) {
    var seen: Set<String> = []
    for runbook in runbooks where !seen.insert(runbook.id).inserted {
      log.add(twice.diagnostic(about: runbook.thing, at: runbook.location, "runbook \(runbook.id) exists already"))
    }
    for resource in blueprint.alerts {
      guard let name = resource.alert.runbook, !seen.contains(name) else { continue }
      log.add(
        deadLink.diagnostic(
          about: resource.owner, at: resource.alert.declared,
          "alert \(resource.alert.name) names the runbook '\(name)', which does not exist",
          solutions: NearMiss.suggestion(for: name, in: seen).map { [$0] } ?? []))
    }
  }
}
