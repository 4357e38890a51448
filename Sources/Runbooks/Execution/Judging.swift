/// Why something cannot be judged.
public struct Misjudgement: Error, Hashable {
  /// Why, in one phrase.
  public var reason: String

  init(_ reason: String) { self.reason = reason }
}

/// What came of looking whether something holds.
public struct Judgement: Sendable, Hashable {
  /// Whether it does.
  public var holds: Bool
  /// What was compared with what.
  public var reason: String
}

extension WorkResult {
  /// What later steps learn from it.
  ///
  /// - Parameter captures: What is captured.
  /// - Returns: The values by their names.
  /// - Throws: ``Misjudgement`` where a value cannot be taken; the step has then failed.
  public func captured(_ captures: [Capture]) throws(Misjudgement) -> [String: String] {
    let text = String(String(decoding: output, as: UTF8.self).trimmed)
    var values: [String: String] = [:]
    for capture in captures {
      switch capture.selector {
      case .output: values[capture.name] = text
      case .exit: values[capture.name] = "\(outcome.exitCode ?? 0)"
      case .match, .json, .status, .header: throw Misjudgement("'\(capture.name)' cannot be captured")
      }
    }
    return values
  }
}

extension Condition<String> {
  /// Tells whether it holds.
  ///
  /// - Parameter mode: The run's mode.
  /// - Returns: Whether it holds, and what was compared with what.
  /// - Throws: ``Misjudgement`` where something is compared that cannot be.
  public func judge(in mode: RunMode) throws(Misjudgement) -> Judgement {
    switch self {
    case .mode(let wanted): return Judgement(holds: wanted == mode, reason: "the mode is \(mode.rawValue)")
    case .compare(let value, let comparison): return try comparison.judge(value)
    case .not(let inner):
      let judgement = try inner.judge(in: mode)
      return Judgement(holds: !judgement.holds, reason: judgement.reason)
    case .all(let all):
      for inner in all {
        let judgement = try inner.judge(in: mode)
        if !judgement.holds { return judgement }
      }
      return Judgement(holds: true, reason: "all of \(all.count) hold")
    case .any(let any):
      for inner in any {
        let judgement = try inner.judge(in: mode)
        if judgement.holds { return judgement }
      }
      return Judgement(holds: false, reason: "none of \(any.count) holds")
    }
  }
}

extension Comparison<String> {
  fileprivate func judge(_ value: String) throws(Misjudgement) -> Judgement {
    let wanted = values.joined(separator: ", ")
    let first = values.first ?? ""
    let numbers = ([value] + values).compactMap(Double.init)
    let holds: Bool
    switch self.operator {
    case .equals: holds = value == first
    case .differs: holds = value != first
    case .in: holds = values.contains(value)
    case .contains: holds = value.contains(first)
    case .startsWith: holds = value.hasPrefix(first)
    case .endsWith: holds = value.hasSuffix(first)
    case .exists: holds = !value.isEmpty
    case .less where numbers.count == 2: holds = numbers[0] < numbers[1]
    case .atMost where numbers.count == 2: holds = numbers[0] <= numbers[1]
    case .greater where numbers.count == 2: holds = numbers[0] > numbers[1]
    case .atLeast where numbers.count == 2: holds = numbers[0] >= numbers[1]
    case .between where numbers.count == 3: holds = numbers[1] <= numbers[0] && numbers[0] <= numbers[2]
    case .less, .atMost, .greater, .atLeast, .between, .matches:
      throw Misjudgement("'\(value)' cannot be compared with '\(wanted)'")
    }
    return Judgement(holds: holds, reason: "'\(value)' \(self.operator.rawValue) '\(wanted)' is \(holds)")
  }
}
