@testable import Runbooks

/// What a real run must have carried out when it was struck at a step: a plain reading of the steps, without a journal.
///
/// Guards and branches are decided by the mode alone; guards that carry something out hold.
struct NaiveWalk {
  /// What becomes of the step that is struck.
  enum Blow { case failure, interruption }

  /// Steps that may have their effects at the same time.
  struct Slot {
    var keys: [String]
    /// Whether all of them had it; if not, a blow fell among them.
    var isCertain = true
  }

  private enum Way: Equatable { case on, jump(String), ended, failed, left }

  /// The steps that had their effects, in order.
  private(set) var slots: [Slot] = []
  /// Whether the run failed, or was interrupted.
  private(set) var isStruck = false
  private let failing: Set<String>
  private let interrupted: String?

  /// Walks through steps.
  ///
  /// - Parameters:
  ///   - steps: The steps.
  ///   - failing: The keys that fail of themselves.
  ///   - struck: The key that the blow falls on; nothing for a run without one.
  ///   - blow: Which one.
  init(_ steps: [PlannedStep], failing: Set<String>, struck: String? = nil, by blow: Blow = .failure) {
    self.failing = failing.union(blow == .failure ? [struck].compactMap { $0 } : [])
    interrupted = blow == .interruption ? struck : nil
    let way = walk(steps, nil)
    isStruck = way == .failed || way == .left
  }

  /// Every key, in order.
  var keys: [String] { slots.flatMap(\.keys) }

  private mutating func walk(_ steps: [PlannedStep], _ item: String?) -> Way {
    var rest = steps[...]
    while let first = rest.first {
      let group = rest.prefix { $0.parallel != nil && $0.parallel == first.parallel }
      let way = group.count > 1 ? together(group, item) : take(first, item)
      switch way {
      case .on: rest = rest.dropFirst(max(1, group.count))
      case .jump(let target): rest = rest.drop { $0.id != target }
      case .ended, .failed, .left: return way
      }
    }
    return .on
  }

  private func key(_ step: PlannedStep, _ item: String?) -> String { item.map { "\(step.id)[\($0)]" } ?? step.id }

  private func applies(_ step: PlannedStep) -> Bool {
    (step.onlyIn ?? .real) == .real
      && step.guards.allSatisfy { test in
        guard case .condition(.mode(let mode)) = test.test else { return test.decision != .skipIf }
        return (mode == .real) == (test.decision != .skipIf)
      }
  }

  /// Keys that may run at the same time: where the blow falls among them, which of the others ran is not certain.
  private mutating func atOnce(_ keys: [String]) -> Way {
    let isInterrupted = keys.contains { $0 == interrupted }
    let isFailed = keys.contains(where: failing.contains)
    slots.append(
      Slot(
        keys: keys.filter { $0 != interrupted && !failing.contains($0) }, isCertain: !isInterrupted && !isFailed))
    return isInterrupted ? .left : isFailed ? .failed : .on
  }

  private mutating func together(_ steps: ArraySlice<PlannedStep>, _ item: String?) -> Way {
    atOnce(steps.filter(applies).map { key($0, item) })
  }

  private mutating func take(_ step: PlannedStep, _ item: String?) -> Way {
    guard applies(step) else { return .on }
    guard let loop = step.loop, item == nil else { return act(step, item) }
    let items = loop.items.map(\.description)
    if loop.concurrency > 1 { return atOnce(items.map { key(step, $0) }) }
    var failed = 0
    for item in items {
      let way = act(step, item)
      if way == .left { return way }
      if way == .failed { failed += 1 }
      if loop.errors.isExceeded(by: failed, of: items.count) { return step.onFailure == .goOn ? .on : .failed }
    }
    return .on
  }

  private mutating func act(_ step: PlannedStep, _ item: String?) -> Way {
    switch step.kind {
    case .branch(let branch):
      let choice = branch.choices.first { $0.condition == .mode(.real) }
      return (choice?.target ?? branch.otherwise).map { .jump($0) } ?? .failed
    case .runbook(let sub):
      let way = walk(sub.steps, item)
      return way == .failed && step.onFailure != .goOn ? .failed : way == .left ? .left : .on
    default:
      let key = key(step, item)
      if key == interrupted { return .left }
      if failing.contains(key) { return step.onFailure == .goOn ? .on : .failed }
      slots.append(Slot(keys: [key]))
      return step.isEnd ? .ended : .on
    }
  }
}
