import Blueprint
import Diagnostics
import LabLanguage
import LabModel
import Runbooks
import ShippedFiles

/// Ties every runbook to the thing it is for: those that systems brought, and the lab's own.
func planRunbooks(_ blueprint: Blueprint, own: [RunbookFile], reporting log: inout DiagnosticLog) -> [ResolvedRunbook] {
  let lab = blueprint.lab
  let facts = labFacts(lab)
  var library = RunbookLibrary(hosts: hosts(of: lab), things: lab.things.map(\.id))
  addShipped(blueprint, facts: facts, to: &library, reporting: &log)
  for file in own {
    guard let runbook = RunbookParser.parse(file.bytes, file: file.path, reporting: &log) else { continue }
    let folder = file.path.split(separator: "/").dropFirst().dropLast().first.map(String.init)
    add(runbook, for: folder, of: lab, facts: facts, to: &library, reporting: &log)
  }
  let planned = library.resolved(reporting: &log)
  RunbookLinks.check(planned, blueprint, reporting: &log)
  return planned
}

/// Adds the runbooks that systems brought.
private func addShipped(
  _ blueprint: Blueprint, facts: Facts, to library: inout RunbookLibrary, reporting log: inout DiagnosticLog
) {
  var parsed: [String: Runbook] = [:]
  for procedure in blueprint.procedures {
    let path = "runbooks/\(procedure.source).md"
    guard let thing = blueprint.lab[procedure.owner], let bytes = procedure.markdown ?? ShippedFiles.bytes(of: path),
      let runbook = parsed[path] ?? RunbookParser.parse(bytes, file: path, reporting: &log)
    else {
      log.add(
        RunbookLinks.missing.diagnostic(about: procedure.owner, "the shipped runbook \(path) cannot be read"))
      continue
    }
    parsed[path] = runbook
    var scoped = Facts(addedTo: facts)
    add(procedure.facts, of: thing, as: procedure.scope, to: &scoped)
    library.add(.init(runbook, for: thing.id, facts: scoped, promised: promise(for: thing)))
  }
}

/// Adds one of the lab's own runbooks, for the thing of a name, or for the lab as a whole.
private func add(
  _ runbook: Runbook, for name: String?, of lab: ResolvedLab, facts: Facts, to library: inout RunbookLibrary,
  reporting log: inout DiagnosticLog
) {
  guard let name else { return library.add(.init(runbook, for: nil, facts: facts)) }
  guard let thing = lab.things.first(where: { $0.id.name == name }) else {
    log.add(
      RunbookLinks.stranger.diagnostic(
        at: SourceLocation(runbook.file, 1), "'\(name)' is no thing of the lab",
        solutions: NearMiss.suggestion(for: name, in: lab.things.map(\.id.name)).map { [$0] } ?? []))
    return
  }
  var scoped = Facts(addedTo: facts)
  add(thing.facts, of: thing, as: thing.id.kind, to: &scoped)
  library.add(.init(runbook, for: thing.id, facts: scoped, promised: promise(for: thing)))
}

/// What the lab promises for a thing, where it promises anything.
private func promise(for thing: any Component) -> RecoveryPromise? {
  guard case .copied(let policy) = (thing as? Service)?.backup, policy.rto != nil || policy.rpo != nil else {
    return nil
  }
  return RecoveryPromise(
    timeMilliseconds: policy.rto.map(milliseconds), pointMilliseconds: policy.rpo.map(milliseconds))
}

private func milliseconds(_ interval: Interval) -> Int { min(interval.seconds, Int.max / 1_000) * 1_000 }
