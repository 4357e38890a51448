import Diagnostics
import Runbooks

/// What a person sees when something is wrong, each with the runbook for it.
enum SymptomLinks {
  /// Incidents first, then planned work; each symptom leads to its runbook.
  static func all(of content: PortalContent) -> [Prose] {
    let order: [Runbook.Severity?] = [.critical, .warning, nil, .routine]
    let runbooks = content.runbooks.sorted { left, right in
      (order.firstIndex(of: left.severity) ?? 0, left.id) < (order.firstIndex(of: right.severity) ?? 0, right.id)
    }
    return runbooks.flatMap { runbook in
      runbook.symptoms.map { [.page(ThingID(PageKind.runbook.id, runbook.id), $0)] }
    }
  }
}
