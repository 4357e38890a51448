import Blueprint

/// How many things change in which way, and how many are at which risk.
struct PlanCounts {
  private let plan: Plan

  init(_ plan: Plan) { self.plan = plan }

  /// New, changed, removed and renamed things, those that there are.
  var kinds: [(count: Int, name: String)] {
    let renamed = plan.things.count { if case .renamed = $0.kind { true } else { false } }
    return [
      (plan.things.count { $0.kind == .added }, "new"), (plan.things.count { $0.kind == .changed }, "changed"),
      (plan.things.count { $0.kind == .removed }, "removed"), (renamed, "renamed"),
    ].filter { $0.0 > 0 }
  }

  /// Things by risk, the worst first, those that there are.
  var risks: [(count: Int, risk: Risk)] {
    Risk.allCases.reversed().map { (plan.count(of: $0), $0) }.filter { $0.0 > 0 }
  }

  /// Everything in a sentence.
  var sentence: String {
    if plan.isEmpty { return "no changes" }
    let things = kinds.map { "\($0.count) \($0.name)" }.joined(separator: ", ")
    let risks = risks.map { "\($0.count) \($0.risk.title)" }.joined(separator: ", ")
    let files = "\(plan.files.count) file\(plan.files.count == 1 ? "" : "s")"
    if things.isEmpty { return files }
    return plan.isChange ? "things: \(things); risk: \(risks); \(files)" : "things: \(things); \(files)"
  }
}

extension Risk {
  /// What people read: `data at risk`.
  var title: String {
    switch self {
    case .none: "no risk"
    case .restart: "restart"
    case .downtime: "downtime"
    case .replacement: "replacement"
    case .data: "data at risk"
    }
  }
}

extension FieldChange {
  /// The change in one phrase: `memory: 8 GiB -> 16 GiB`.
  var phrase: String {
    switch (old, new) {
    case (let old?, let new?): "\(label): \(old) -> \(new)"
    case (nil, let new?): "\(label) added: \(new)"
    case (let old?, nil): "\(label) removed: \(old)"
    case (nil, nil): label
    }
  }
}
