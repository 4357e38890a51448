import Blueprint
import Diagnostics
import LabModel
import Runbooks
import ShippedFiles

/// Ties every runbook to the thing it is for: those that systems brought, and the lab's own.
func planRunbooks(_ blueprint: Blueprint, own: [RunbookFile], reporting log: inout DiagnosticLog) -> [ResolvedRunbook] {
  let lab = blueprint.lab
  let facts = labFacts(lab)
  let hosts = hosts(of: lab)
  var parsed: [String: Runbook] = [:]
  var planned: [ResolvedRunbook] = []

  for procedure in blueprint.procedures {
    let path = "runbooks/\(procedure.source).md"
    guard let thing = lab[procedure.owner], let bytes = procedure.markdown ?? ShippedFiles.bytes(of: path),
      let runbook = parsed[path] ?? RunbookParser.parse(bytes, file: path, reporting: &log)
    else {
      log.add(
        RunbookLinks.missing.diagnostic(about: procedure.owner, "the shipped runbook \(path) cannot be read"))
      continue
    }
    parsed[path] = runbook
    var scoped = Facts(addedTo: facts)
    add(procedure.facts, of: thing, as: procedure.scope, to: &scoped)
    planned.append(
      contentsOf: RunbookResolver.resolve(
        runbook, for: procedure.owner, facts: scoped, hosts: hosts, reporting: &log
      ).map { [$0] } ?? [])
  }

  for file in own {
    guard let runbook = RunbookParser.parse(file.bytes, file: file.path, reporting: &log) else { continue }
    let folders = file.path.split(separator: "/").dropFirst().dropLast()
    var scoped = Facts(addedTo: facts)
    var owner: ThingID?
    if let name = folders.first.map(String.init) {
      guard let thing = lab.things.first(where: { $0.id.name == name }) else {
        log.add(
          RunbookLinks.stranger.diagnostic(
            at: SourceLocation(file.path, 1), "'\(name)' is no thing of the lab",
            solutions: NearMiss.suggestion(for: name, in: lab.things.map(\.id.name)).map { [$0] } ?? []))
        continue
      }
      owner = thing.id
      add(thing.facts, of: thing, as: thing.id.kind, to: &scoped)
    }
    planned.append(
      contentsOf: RunbookResolver.resolve(
        runbook, for: owner, facts: scoped, hosts: hosts, reporting: &log
      ).map { [$0] } ?? [])
  }

  RunbookLinks.check(planned, blueprint, reporting: &log)
  return planned
}
