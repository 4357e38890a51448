import Blueprint
import Checks
import Diagnostics
import Documents
import Emitters
import LabModel
import Portal
import Runbooks
import Systems

/// Turns a lab into files: resolve, check, contribute, emit; writing them is ``BuildFolder``'s business.
///
/// All checks always run, so that a person sees all mistakes at once; an error anywhere stops before anything is written.
///
/// - Parameters:
///   - lab: The lab as plain values: ``LabModel/ResolvedLab`` is what resolving gives.
///   - own: The lab's own runbooks.
///   - ledger: What past runs tell of the runbooks; nothing unless the lab's folder has it.
///   - files: The bytes of the files of the lab's folder that an `ExtraFile` names, by path.
///   - today: The day on which waivers must be in force; the present one unless said otherwise. No file depends on it.
///   - withPortal: Whether the portal is made too; it is unless said otherwise.
///   - command: What starts the lab's program, for the command lines that the portal shows.
/// - Returns: The files, or only diagnostics where one of them is an error.
public func compile(
  _ lab: ResolvedLab, runbooks own: [RunbookFile] = [], ledger: RunLedger = RunLedger(), files: [String: [UInt8]] = [:],
  today: CalendarDate = .today, withPortal: Bool = true, command: String = "swift run lab"
) -> Compilation {
  var log = DiagnosticLog(places: lab.places)
  var waivers = WaiverBook(lab.waivers, rules: rules(of: lab), today: today, reporting: &log)
  check(lab, reporting: &log)
  waivers.apply(to: &log)
  waivers.reportIdle(of: checkedCodes(of: lab), to: &log)
  guard !log.hasErrors else { return Compilation(lab: lab, diagnostics: log.diagnostics + waivers.reminders) }

  let blueprint = contribute(lab)
  let runbooks = planRunbooks(blueprint, own: own, reporting: &log)
  let artifacts = finish(
    emit(blueprint, runbooks, ledger: ledger, reporting: &log) + ExtraFiles.artifacts(of: lab, files, reporting: &log),
    of: lab,
    reporting: &log)
  waivers.apply(to: &log)
  guard !log.hasErrors else { return Compilation(lab: lab, diagnostics: log.diagnostics + waivers.reminders) }

  waivers.reportIdle(to: &log)
  let portal =
    withPortal ? document(blueprint, runbooks, artifacts, ledger: ledger, command: command, reporting: &log) : []
  guard !log.hasErrors else { return Compilation(lab: lab, diagnostics: log.diagnostics + waivers.reminders) }

  return Compilation(
    lab: lab, diagnostics: log.diagnostics + waivers.reminders, blueprint: blueprint, runbooks: runbooks,
    artifacts: artifacts + portal)
}

/// Runs every check: those of the whole lab, those of each kind of system that the lab has, and the lab's own policies.
func check(_ lab: ResolvedLab, reporting log: inout DiagnosticLog) {
  OwnRules.check(lab, reporting: &log)
  for check in checks + systemChecks(of: lab) { log.add(contentsOf: check.findings(lab)) }
  for policy in lab.policies { log.add(contentsOf: policy.findings(in: lab)) }
}

/// The codes of which every finding is known once the checks have run.
private func checkedCodes(of lab: ResolvedLab) -> [String] {
  lab.waivers.isEmpty ? [] : (checks + systemChecks(of: lab)).map(\.rule.code) + lab.policies.map(\.rule.code)
}

/// Gathers what every thing of the lab contributes.
func contribute(_ lab: ResolvedLab) -> Blueprint {
  var blueprint = Blueprint(for: lab)
  blueprint.machines = machines(of: lab)
  blueprint.contents = clusterContents(of: lab)
  blueprint.alerts = lab.alerts.map { AlertResource(owner: $0.thing, alert: $0.alert) }
  for system in lab.all((any System).self) { system.contribute(to: &blueprint, in: lab) }
  return blueprint
}

/// Lets every emitter write its files, and freezes every runbook as a plan that can be run from the build folder alone.
func emit(
  _ blueprint: Blueprint, _ runbooks: [ResolvedRunbook], ledger: RunLedger, reporting log: inout DiagnosticLog
) -> [Artifact] {
  emitters(of: blueprint.lab).flatMap { $0.emit(blueprint, reporting: &log) }
    + runbooks.map { Artifact($0.planPath, $0.planText) } + drillCalendar(of: runbooks, ledger, in: blueprint.lab)
}

/// The calendar of the drills, where any runbook is to be rehearsed.
private func drillCalendar(of runbooks: [ResolvedRunbook], _ ledger: RunLedger, in lab: ResolvedLab) -> [Artifact] {
  let schedule = DrillSchedule(runbooks.map(\.plan), ledger: ledger)
  guard !schedule.standings.isEmpty else { return [] }
  let places = runbooks.filter { $0.plan.drill != nil }.map(\.location)
  let text = PrintedText(
    DrillCalendar.text(schedule, lab: lab.name), from: places.first, and: Array(places.dropFirst()))
  return [Artifact(DrillCalendar.path, text)]
}

/// Patches files, looks whether what people wrote by hand gets along with what was made, and notes on every line the
/// things that it mentions.
func finish(_ artifacts: [Artifact], of lab: ResolvedLab, reporting log: inout DiagnosticLog) -> [Artifact] {
  let owners = HatchPaths.owners(of: artifacts, in: lab)
  HatchPaths.check(artifacts, owners, reporting: &log)
  let patched = Patching.apply(lab.all(Patch.self), to: artifacts, reporting: &log)
  DeclaredOnce.check(patched, owners, reporting: &log)
  let mentions = Mentions(of: lab)
  return patched.map(mentions.noted)
}

/// Writes the portal: what the lab is, what was made of it, and what there is to say of it so far.
func document(
  _ blueprint: Blueprint, _ runbooks: [ResolvedRunbook], _ artifacts: [Artifact], ledger: RunLedger,
  command: String, reporting log: inout DiagnosticLog
) -> [Artifact] {
  let content = PortalContent(
    lab: blueprint.lab, blueprint: blueprint, runbooks: runbooks, ledger: ledger, artifacts: artifacts,
    rules: rules(of: blueprint.lab), ruleSections: DiagnosticPages.sections, diagnostics: log.diagnostics,
    systems: descriptors(of: blueprint.lab),
    command: command)
  return Portal.artifacts(of: content, reporting: &log)
}

/// The checks of the kinds of system that a lab has: also of kinds that do not ship with Rackbook.
private func systemChecks(of lab: ResolvedLab) -> [Check] {
  descriptors(of: lab).flatMap(\.checks)
}
