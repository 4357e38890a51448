import Blueprint
import Checks
import Diagnostics
import LabModel
import Portal
import Runbooks
import Systems

/// Every rule that ships, by code.
public let rules: [Rule] =
  (checks.map(\.rule) + systems.flatMap { $0.descriptor.checks.map(\.rule) } + RunbookRules.all + RunbookLinks.all
  + PortalRules.all + BuildRules.all + HatchRules.all + WaiverRules.all + PlanRules.all + EmissionRules.all)
  .sorted { $0.code < $1.code }

/// Every rule that a lab is held against, by code: those that ship, and those of its policies and of systems of its own.
///
/// It is what `explain` and the portal's pages on diagnostics read.
public func rules(of lab: ResolvedLab) -> [Rule] {
  let own = OwnRules.all(of: lab).map(\.rule)
  guard !own.isEmpty else { return rules }
  var codes: Set<String> = []
  return (rules + own).filter { codes.insert($0.code).inserted }.sorted { $0.code < $1.code }
}
