extension Condition<String> {
  /// Tells whether it holds, from what is known in a run.
  ///
  /// A value that is missing is the empty text: `exists` does not hold for it.
  ///
  /// - Parameter mode: The run's mode.
  /// - Returns: Whether it holds, and why.
  /// - Throws: ``Misjudgement`` where it cannot be told.
  public func judge(in mode: RunMode) throws(Misjudgement) -> Judgement {
    switch self {
    case .mode(let wanted):
      return Judgement(mode == wanted, "the run is a \(mode == .drill ? "drill" : "real one")")
    case .compare(let value, let comparison): return try comparison.judge(value)
    case .not(let inner):
      let judgement = try inner.judge(in: mode)
      return Judgement(!judgement.holds, judgement.reason)
    case .all(let parts): return try Self.look(at: parts, in: mode, until: false)
    case .any(let parts): return try Self.look(at: parts, in: mode, until: true)
    }
  }

  /// Looks at conditions in order, up to the first that decides; none of them decides the other way.
  private static func look(
    at parts: [Condition], in mode: RunMode, until decisive: Bool
  ) throws(Misjudgement) -> Judgement {
    var reasons: [String] = []
    for part in parts {
      let judgement = try part.judge(in: mode)
      if judgement.holds == decisive { return judgement }
      reasons.append(judgement.reason)
    }
    return Judgement(!decisive, reasons.isEmpty ? "nothing is asked" : reasons.joined(separator: "; "))
  }
}
