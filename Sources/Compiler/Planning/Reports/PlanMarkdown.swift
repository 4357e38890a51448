import Blueprint
import Diagnostics
import Documents

/// Writes a plan as a comment for a pull request: counts first, details folded away.
public struct PlanMarkdown: Sendable {
  /// How much a comment may hold: GitHub takes 65,536 characters.
  public var limit: Int
  /// Whether the lines that differ are shown.
  public var showsLines: Bool

  /// Sets the report up.
  ///
  /// - Parameters:
  ///   - showsLines: Whether the lines that differ are shown.
  ///   - limit: The most bytes it may have; 60,000 unless said otherwise. What does not fit is counted.
  public init(showsLines: Bool = false, limit: Int = 60_000) {
    self.showsLines = showsLines
    self.limit = limit
  }

  /// The report.
  public func text(_ plan: Plan) -> String {
    let plan = plan.isChange ? plan : plan.withoutConsequences
    var report = heading(plan)
    var leftOut = 0
    for section in plan.groups.map({ self.section($0, in: plan) }) + otherFiles(plan) + lines(plan) {
      if report.utf8.count + section.utf8.count > limit { leftOut += 1 } else { report += section }
    }
    if leftOut > 0 { report += "\n\(leftOut) sections are left out: the comment would be too long.\n" }
    return report
  }

  private func heading(_ plan: Plan) -> String {
    var text = "## Plan: \(Markdown.text(plan.sides.old)) → \(Markdown.text(plan.sides.new))\n\n"
    for remark in plan.remarks { text += "> \(Markdown.text(remark))\n\n" }
    text += "**\(PlanCounts(plan).sentence)**\n"
    let risks = PlanCounts(plan).risks
    if plan.isChange, !risks.isEmpty {
      text += "\n| risk | things |\n|---|---|\n"
      for (count, risk) in risks { text += "| \(risk.title) | \(count) |\n" }
    }
    return text
  }

  private func section(_ group: (id: ThingID, things: [ThingChange]), in plan: Plan) -> String {
    let risk = group.things.map(\.risk).max() ?? .none
    let count = "\(group.things.count) \(group.things.count == 1 ? "thing" : "things")"
    let end = plan.isChange ? ", \(risk.title)" : ""
    let title = "\(group.id.kind) <b>\(Markdown.text(group.id.name))</b>: \(count)\(end)"
    return details(title, group.things.map { thing($0, in: plan) }.joined())
  }

  private func thing(_ thing: ThingChange, in plan: Plan) -> String {
    let word =
      switch thing.kind {
      case .added: "new"
      case .removed: "removed"
      case .changed: "changed"
      case .renamed(let name): "\(Markdown.code(name)) under a new name: tools delete and create it"
      }
    var text = "- \(thing.id.kind) \(Markdown.code(thing.id.name)): \(word)"
    if plan.isChange { text += ", \(thing.risk.title)" }
    text += " (\(Markdown.code(thing.origin)))\n"
    for change in thing.changes {
      let reason = change.consequence.reason
      text += "  - \(phrase(change))\(reason.isEmpty ? "" : ": \(Markdown.text(reason))")\n"
    }
    for remains in thing.leftBehind { text += "  - left behind, to be cleaned up by hand: \(Markdown.text(remains))\n" }
    if !thing.files.isEmpty {
      text += "  - files: \(thing.files.map(Markdown.code).joined(separator: ", "))\n"
    }
    return text
  }

  private func phrase(_ change: FieldChange) -> String {
    let label = Markdown.text(change.label)
    switch (change.old, change.new) {
    case (let old?, let new?): return "\(label): \(Markdown.code(old)) → \(Markdown.code(new))"
    case (nil, let new?): return "\(label) added: \(Markdown.code(new))"
    case (let old?, nil): return "\(label) removed: \(Markdown.code(old))"
    case (nil, nil): return label
    }
  }

  private func otherFiles(_ plan: Plan) -> [String] {
    if plan.otherFiles.isEmpty { return [] }
    return [details("files of no thing", plan.otherFiles.map { "- \(Markdown.code($0))\n" }.joined())]
  }

  private func lines(_ plan: Plan) -> [String] {
    guard showsLines else { return [] }
    return plan.files.map { file in
      details(
        "<code>\(Markdown.text(file.path))</code> +\(file.added) -\(file.removed)",
        Markdown.block(file.diff, in: "diff"))
    }
  }

  private func details(_ summary: String, _ body: String) -> String {
    "\n<details>\n<summary>\(summary)</summary>\n\n\(body)\n</details>\n"
  }
}
