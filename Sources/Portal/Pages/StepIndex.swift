import Runbooks

/// The steps of a runbook and of those it calls, by their ids, with the numbers that stand beside them.
struct StepIndex {
  /// The steps by their ids.
  let steps: [String: PlannedStep]
  /// The steps that run beside each other, by their group.
  let groups: [String: [PlannedStep]]
  /// The numbers by the steps' ids.
  let numbers: [String: String]

  init(_ plan: RunbookPlan) {
    let all = plan.allSteps
    steps = Dictionary(all.map { ($0.id, $0) }) { first, _ in first }
    groups = Dictionary(grouping: all.filter { $0.parallel != nil }) { $0.parallel ?? "" }
    numbers = Self.numbers(plan.steps)
  }

  subscript(id: String) -> PlannedStep? { steps[id] }

  /// Steps count from 1; where the author numbered the headings, theirs hold, and further steps under one get a letter.
  private static func numbers(_ steps: [PlannedStep]) -> [String: String] {
    var numbers: [String: String] = [:]
    var last = "", repeated = 0
    let isNumbered = steps.contains { split($0.title.description).number != nil }
    for (position, step) in steps.enumerated() {
      if !isNumbered {
        numbers[step.id] = "\(position + 1)"
      } else if let number = split(step.title.description).number, number != last {
        (last, repeated) = (number, 0)
        numbers[step.id] = number
      } else {
        repeated += 1
        numbers[step.id] =
          last + (repeated < 26 ? String("abcdefghijklmnopqrstuvwxyz".dropFirst(repeated).prefix(1)) : "+")
      }
      if case .runbook(let call) = step.kind { number(call.steps, inside: numbers[step.id] ?? "", &numbers) }
    }
    return numbers
  }

  /// The steps of a called runbook: `3.1`, `3.2`.
  private static func number(_ steps: [PlannedStep], inside outer: String, _ numbers: inout [String: String]) {
    for (position, step) in steps.enumerated() {
      let number = "\(outer).\(position + 1)"
      numbers[step.id] = number
      if case .runbook(let call) = step.kind { Self.number(call.steps, inside: number, &numbers) }
    }
  }

  /// `3. Start etcd` as `3` and `Start etcd`.
  static func split(_ title: String) -> (number: String?, title: String) {
    let digits = title.prefix { $0.isASCII && $0.isNumber }
    let rest = title.dropFirst(digits.count)
    guard !digits.isEmpty, digits.count < 4, rest.hasPrefix(". ") else { return (nil, title) }
    return (String(digits), String(rest.dropFirst(2)))
  }
}
