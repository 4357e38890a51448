/// Tells what became of the fixes that diagnostics offered.
public enum FixReport {
  /// What was done, and what was not and why, line by line.
  public static func lines(_ plan: FixPlan) -> [String] {
    let applied = plan.applied.flatMap { applied in
      ["fixed \(applied.location): \(applied.fix.phrase)", "  - \(applied.before)", "  + \(applied.after)"]
    }
    let refused = plan.refused.map { refused in
      "not fixed\(refused.fix.location.map { ", \($0)" } ?? ""): \(refused.fix.phrase) (\(refused.reason))"
    }
    let lines = applied + refused
    return lines.isEmpty ? ["no diagnostic offers a fix"] : lines.map { PrintableText.line($0) }
  }
}
