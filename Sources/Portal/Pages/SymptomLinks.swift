import Diagnostics
import Runbooks

/// What a person sees when something is wrong, each with the runbook for it.
enum SymptomLinks {
  /// The first symptom of each runbook, then the second ones, and so on; incidents come before planned work.
  static func all(of content: PortalContent) -> [Prose] {
    let runbooks = ordered(content.runbooks)
    let most = runbooks.map(\.symptoms.count).max() ?? 0
    return (0..<most).flatMap { rank in
      runbooks.filter { $0.symptoms.count > rank }.map { runbook in
        [.page(ThingID(PageKind.runbook.id, runbook.id), runbook.symptoms[rank])]
      }
    }
  }

  /// Incidents before planned work, then by name.
  static func ordered(_ runbooks: [ResolvedRunbook]) -> [ResolvedRunbook] {
    let order: [Runbook.Severity?] = [.critical, .warning, nil, .routine]
    return runbooks.sorted { left, right in
      (order.firstIndex(of: left.severity) ?? 0, left.id) < (order.firstIndex(of: right.severity) ?? 0, right.id)
    }
  }
}
