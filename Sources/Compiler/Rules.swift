import Blueprint
import Checks
import Diagnostics
import Portal
import Runbooks
import Systems

/// Every rule there is, by code: what `explain` and the portal's pages on diagnostics read.
public let rules: [Rule] =
  (checks.map(\.rule) + systems.flatMap { $0.descriptor.checks.map(\.rule) } + RunbookRules.all + RunbookLinks.all
  + PortalRules.all + BuildRules.all + HatchRules.all + EmissionRules.all)
  .sorted { $0.code < $1.code }
