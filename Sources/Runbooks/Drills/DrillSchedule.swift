/// Which runbooks are to be rehearsed, and where that stands.
public struct DrillSchedule: Sendable, Hashable {
  /// One for each runbook that is to be rehearsed, by its id.
  public let standings: [DrillStanding]

  /// Puts runbooks and their drills together.
  ///
  /// - Parameters:
  ///   - plans: The runbooks; those without `drill:` are left out.
  ///   - ledger: What was run.
  public init(_ plans: [RunbookPlan], ledger: RunLedger) {
    standings = plans.compactMap { plan in
      plan.drill.map { interval in
        let record = ledger.runbooks[plan.id]
        var standing = DrillStanding(
          runbook: plan.id, title: plan.title, interval: interval, drills: record?.drills ?? [])
        standing.lastRehearsal = record?.lastRehearsal
        return standing
      }
    }.sorted { $0.runbook < $1.runbook }
  }

  /// Those that are late on a day, in the order of their ids.
  public func overdue(on day: String) -> [DrillStanding] { standings.filter { $0.isOverdue(on: day) } }
}
