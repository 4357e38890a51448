/// What a fence is that belongs to a step, or to the runbook, without being a step: the attribute that says so.
enum CompanionRole: String, CaseIterable {
  case precondition, check, undo, steady
  case undoCheck = "undo-check"
  case skipIf = "skip-if"
  case onlyIf = "only-if"
  case require
  case expectations = "of"

  /// What it is called in messages.
  var title: String {
    switch self {
    case .precondition: "precondition"
    case .check: "check"
    case .undo: "undo"
    case .steady: "steady state"
    case .undoCheck: "undo check"
    case .skipIf, .onlyIf: "condition"
    case .require: "requirement"
    case .expectations: "expectations"
    }
  }

  /// Whether its attribute, on a step, holds an expression.
  var isGuard: Bool { self == .skipIf || self == .onlyIf || self == .require }
}
