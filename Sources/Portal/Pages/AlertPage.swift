import Blueprint
import Diagnostics
import LabModel

/// The page of an alert: what it says, what it watches, what to do.
struct AlertPage {
  let index: ContentIndex
  let resource: AlertResource

  var page: Page {
    let alert = resource.alert
    let id = ContentIndex.page(of: resource)
    var page = Page(id: id, kind: PageKind.alert, title: alert.name, summary: [.text(alert.summary)])
    page.facts = [
      PageFact("Severity", [Self.badge(alert.severity)]), PageFact("Watches", [.page(resource.owner, nil)]),
      PageFact("Fires after", [.text("\(alert.duration)")]),
    ]
    page.declared = alert.declared
    page.sections = [whatToDo(alert), Section("expression", "Expression", [.code(alert.expression)])]
    if let example = alert.example { page.sections.append(self.example(example)) }
    page.aliases = [id.name]
    return page
  }

  private func whatToDo(_ alert: Alert) -> Section {
    guard let runbook = alert.runbook else {
      let text = "No runbook is named. Look at the thing it watches."
      return Section("to-do", "What to do", [.callout(.warning, [.paragraph([.text(text)])])])
    }
    let target = ThingID(PageKind.runbook.id, runbook)
    return Section(
      "to-do", "What to do",
      [
        .paragraph([.text("Follow "), .page(target, nil), .text(", or start it:")]),
        .code("\(index.content.command) run \(runbook)"),
      ])
  }

  private func example(_ example: Alert.Example) -> Section {
    let rows = example.series.map { Table.Row([[.code($0.name)], [.code($0.values)]]) }
    let text = "With these series it fires after \(example.firesAt); promtool runs this as a test."
    return Section(
      "example", "When it fires",
      [.paragraph([.text(text)]), .table(Table("Series", head: ["Series", "Values"], rows: rows))])
  }

  static func badge(_ severity: Alert.Severity) -> Inline {
    switch severity {
    case .critical: .severity(.error, "critical")
    case .warning: .severity(.warning, "warning")
    case .info: .severity(.note, "info")
    }
  }
}
