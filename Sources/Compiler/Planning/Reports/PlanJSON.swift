import Blueprint
import Diagnostics
import Documents

/// Writes a plan for programs.
public enum PlanJSON {
  /// One JSON document; its keys are documented in `docs/planning-changes.md`.
  ///
  /// - Parameters:
  ///   - plan: The plan.
  ///   - showsLines: Whether every file has its lines that differ.
  /// - Returns: The document.
  public static func text(_ plan: Plan, showsLines: Bool = false) -> String {
    JSON.print(
      .mapping([
        ("format", 1),
        ("old", .string(plan.sides.old)),
        ("new", .string(plan.sides.new)),
        ("risk", .string(plan.risk.rawValue)),
        ("risks", .mapping(Risk.allCases.map { ($0.rawValue, .int(plan.count(of: $0))) })),
        ("remarks", .strings(plan.remarks)),
        ("things", .sequence(plan.things.map(node))),
        ("files", .sequence(plan.files.map { node($0, showsLines: showsLines) })),
        ("filesOfNoThing", .strings(plan.otherFiles)),
      ])
    ).text
  }

  private static func node(_ thing: ThingChange) -> Node {
    let (word, before): (String, String?) =
      switch thing.kind {
      case .added: ("added", nil)
      case .removed: ("removed", nil)
      case .changed: ("changed", nil)
      case .renamed(let name): ("renamed", name)
      }
    return .mapping([
      ("kind", .string(thing.id.kind)),
      ("name", .string(thing.id.name)),
      ("group", .string("\(thing.group.kind)/\(thing.group.name)")),
      ("change", .string(word)),
      ("before", before.map(Node.string)),
      ("cause", .string(thing.cause.rawValue)),
      ("risk", .string(thing.risk.rawValue)),
      ("origin", .string(thing.origin)),
      ("changes", .sequence(thing.changes.map(node))),
      ("files", .strings(thing.files)),
      ("leftBehind", .strings(thing.leftBehind)),
    ])
  }

  private static func node(_ change: FieldChange) -> Node {
    .mapping([
      ("resource", change.resource.map(Node.string)),
      ("path", .strings(change.path)),
      ("label", .string(change.label)),
      ("old", change.old.map(Node.string)),
      ("new", change.new.map(Node.string)),
      ("risk", .string(change.consequence.risk.rawValue)),
      ("reason", change.consequence.reason.isEmpty ? nil : .string(change.consequence.reason)),
    ])
  }

  private static func node(_ file: FileChange, showsLines: Bool) -> Node {
    .mapping([
      ("path", .string(file.path)),
      ("change", .string(file.kind.rawValue)),
      ("added", .int(file.added)),
      ("removed", .int(file.removed)),
      ("diff", showsLines ? .string(file.diff) : nil),
    ])
  }
}
