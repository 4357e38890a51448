import Blueprint
import Diagnostics

/// Writes a plan for people at a terminal: counts, then group by group what changes, with its risk and its files.
public struct PlanText: Sendable {
  /// Whether colours are used.
  public var usesColour: Bool
  /// Whether the lines that differ are shown.
  public var showsLines: Bool

  /// Sets the report up.
  ///
  /// - Parameters:
  ///   - usesColour: Whether colours are used.
  ///   - showsLines: Whether the lines that differ are shown.
  public init(usesColour: Bool, showsLines: Bool = false) {
    self.usesColour = usesColour
    self.showsLines = showsLines
  }

  /// The report.
  public func text(_ plan: Plan) -> String {
    var lines = ["\(plan.sides.old) -> \(plan.sides.new)"] + plan.remarks.map { "note: \($0)" }
    lines.append(PlanCounts(plan).sentence)
    let plan = plan.isChange ? plan : plan.withoutConsequences
    for group in plan.groups {
      lines += ["", paint("\(group.id)", "1")]
      for thing in group.things { lines += self.lines(thing, in: plan, below: group.id) }
    }
    if !plan.otherFiles.isEmpty {
      lines += ["", paint("files of no thing", "1")] + files(plan.otherFiles, in: plan)
    }
    if showsLines { lines += plan.files.flatMap { [""] + diff($0) } }
    return lines.map { printable($0) + "\n" }.joined()
  }

  private func lines(_ thing: ThingChange, in plan: Plan, below group: ThingID) -> [String] {
    let sign = [ThingChange.Kind.added: paint("+", "32"), .removed: paint("-", "31")][thing.kind] ?? paint("~", "33")
    var lines = ["  \(sign) \(thing.id)\(headline(thing))"]
    for change in thing.changes { lines.append("      \(line(change))") }
    for remains in thing.leftBehind { lines.append("      left behind, to be cleaned up by hand: \(remains)") }
    return lines + files(thing.files, in: plan)
  }

  private func headline(_ thing: ThingChange) -> String {
    let renamed =
      if case .renamed(let name) = thing.kind { " is '\(name)' under a new name: deleted and created" } else { "" }
    let risk = thing.risk == .none ? "" : "  [\(paint(thing.risk.title, colour(thing.risk)))]"
    return "\(renamed)\(risk)  \(thing.origin)"
  }

  private func line(_ change: FieldChange) -> String {
    let reason = change.consequence.reason
    let risk = change.consequence.risk == .none ? "" : "\(change.consequence.risk.title): "
    return "\(change.phrase)\(reason.isEmpty ? "" : "  (\(risk)\(reason))")"
  }

  private func files(_ paths: [String], in plan: Plan) -> [String] {
    let changes = Dictionary(plan.files.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    return paths.compactMap { changes[$0] }.map { "      \($0.path)  +\($0.added) -\($0.removed)" }
  }

  private func diff(_ file: FileChange) -> [String] {
    file.diff.split(separator: "\n").map { line in
      switch line.first {
      case "+": paint(String(line), "32")
      case "-": paint(String(line), "31")
      default: String(line)
      }
    }
  }

  private func colour(_ risk: Risk) -> String {
    switch risk {
    case .none: "0"
    case .restart: "1;36"
    case .downtime: "1;33"
    case .replacement, .data: "1;31"
    }
  }

  private func paint(_ text: String, _ code: String) -> String {
    usesColour ? "\u{1B}[\(code)m\(printable(text))\u{1B}[0m" : text
  }

  /// Names and values come from the lab: control characters in them must not reach the terminal.
  private func printable(_ text: String) -> String {
    guard !usesColour else { return text }
    return String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { $0.properties.generalCategory == .control && $0 != "\t" ? "\u{FFFD}" : $0 }))
  }
}
