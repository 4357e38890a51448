import TestNumbers

@testable import Runbooks

/// A runbook by chance: plain steps, loops, groups, branches and called runbooks, with guards, and steps that fail.
struct GeneratedRunbook {
  /// Its steps.
  private(set) var steps: [PlannedStep] = []
  /// The keys of the steps that fail of themselves; the run goes on after them.
  private(set) var failing: Set<String> = []
  private var numbers: SeededNumbers
  private var count = 0

  /// Makes the runbook of a seed.
  init(_ seed: Int) {
    numbers = SeededNumbers(seed)
    steps = piece(prefix: "", depth: 0)
  }

  private mutating func piece(prefix: String, depth: Int) -> [PlannedStep] {
    var steps: [PlannedStep] = []
    /// The ids at which a jump may arrive: not in the middle of a group.
    var begins: [Int] = []
    for _ in 0..<numbers.int(2...(depth == 0 ? 6 : 3)) {
      begins.append(steps.count)
      switch numbers.int(0...9) {
      case 0...3: steps.append(plain(prefix))
      case 4: steps.append(loop(plain(prefix)))
      case 5:
        let name = "\(prefix)group\(count)"
        steps += (0..<numbers.int(2...3)).map { _ in
          var step = plain(prefix, fails: false)
          step.parallel = name
          return step
        }
      case 6: steps.append(.of(id(prefix), .branch(Branch([]))))
      case 7 where depth == 0:
        let name = id(prefix)
        var call = PlannedStep.of(
          name, .runbook(SubRunbook(PlannedText("x/y"), steps: piece(prefix: "\(name)/", depth: 1))))
        if numbers.once(in: 3), !RunbookPlan.flat([call]).dropFirst().contains(where: { $0.loop != nil }) {
          call.loop = Loop(over: ["x", "y"].map { PlannedText($0) })
        }
        if numbers.once(in: 4) { (call.onFailure, call.isCritical) = (.goOn, false) }
        steps.append(call)
      default: steps.append(plain(prefix))
      }
    }
    for index in steps.indices {
      guard case .branch = steps[index].kind else { continue }
      let later = begins.filter { $0 > index }
      guard let near = numbers.pick(later), let far = numbers.pick(later) else {
        steps[index] = plain(prefix)
        continue
      }
      steps[index].kind = .branch(
        Branch(
          [.init(when: .mode(numbers.once(in: 2) ? .real : .drill), goTo: steps[near].id)], otherwise: steps[far].id))
    }
    return steps
  }

  private mutating func id(_ prefix: String) -> String {
    count += 1
    return "\(prefix)s\(count)"
  }

  private mutating func plain(_ prefix: String, fails: Bool = true) -> PlannedStep {
    let look = Work<PlannedText>.bash("true")
    var step = PlannedStep.script(id(prefix))
    if !numbers.once(in: 5) { step.check = look }
    if !numbers.once(in: 4) { (step.undo, step.undoCheck) = (look, numbers.once(in: 3) ? nil : look) }
    switch numbers.int(0...11) {
    case 0: step.guards = [StepGuard(.skipIf, .condition(.mode(numbers.once(in: 2) ? .real : .drill)))]
    case 1: step.guards = [StepGuard(.onlyIf, .condition(.mode(numbers.once(in: 2) ? .real : .drill)))]
    case 2: step.guards = [StepGuard(numbers.once(in: 2) ? .skipIf : .onlyIf, .work(look))]
    case 3: step.onlyIn = numbers.once(in: 2) ? .real : .drill
    case 4 where fails:
      (step.onFailure, step.isCritical) = (.goOn, false)
      failing.insert(step.id)
    case 5 where fails: step.isEnd = numbers.once(in: 2)
    default: break
    }
    return step
  }

  private mutating func loop(_ step: PlannedStep) -> PlannedStep {
    var step = step
    failing.remove(step.id)
    step.isEnd = false
    (step.onFailure, step.isCritical) = (.stop, true)
    step.loop = Loop(over: ["x", "y", "z"].map { PlannedText($0) }, concurrency: numbers.int(1...2))
    if step.loop?.concurrency == 1, numbers.once(in: 2) {
      step.loop?.errors = .count(1)
      failing.insert("\(step.id)[\(numbers.pick(["x", "y", "z"]) ?? "x")]")
    }
    return step
  }
}
