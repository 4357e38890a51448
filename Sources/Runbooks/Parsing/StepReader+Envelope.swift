import Diagnostics

extension StepReader {
  private var attributes: FenceAttributes { reader.fence.attributes }

  /// Reads what surrounds a step: guards, attempts, limits, what follows a failure.
  mutating func readEnvelope(into step: inout Step<Template>) {
    readGuards(into: &step)
    readRetry(into: &step)
    readFlow(into: &step)
    readLoop(into: &step)
    step.timeoutMilliseconds = reader.fence.milliseconds(of: "step-timeout")
    for text in attributes.all("capture") {
      if let capture = reader.capture(text, line: step.line) { step.captures.append(capture) }
    }
  }

  private mutating func readGuards(into step: inout Step<Template>) {
    let line = step.line
    let isAssertion = if case .assert = step.kind { true } else { false }
    if attributes.has("message"), !attributes.has("require"), !isAssertion {
      reader.fence.refuse("'message' says nothing without 'require'")
    }
    for (name, decision) in [("skip-if", GuardDecision.skipIf), ("only-if", .onlyIf), ("require", .require)] {
      for text in attributes.all(name) {
        guard let condition = condition(text, line: line) else { continue }
        let message = decision == .require ? reader.fence.template(of: "message") : nil
        step.guards.append(StepGuard(decision, .condition(condition), message: message))
      }
    }
  }

  private mutating func readRetry(into step: inout Step<Template>) {
    if let attempts = reader.fence.number(of: "attempts", in: 1...1_000) { step.retry.attempts = attempts }
    if let pause = reader.fence.milliseconds(of: "pause") { step.retry.pauseMilliseconds = pause }
    if let longest = reader.fence.milliseconds(of: "longest-pause") { step.retry.longestPauseMilliseconds = longest }
    if let factor = attributes["factor"] {
      if let number = Double(factor), number >= 1, number <= 100 {
        step.retry.factor = number
      } else {
        reader.fence.refuse("'\(factor)' is no value of 'factor': a number, 1 to 100")
      }
    }
    if attributes.has("retry-on") {
      let codes = reader.fence.names(of: "retry-on", called: "an exit code") {
        Int32($0).map { (1...255).contains($0) } ?? false
      }
      step.retry.onExitCodes = codes.compactMap { Int32($0) }
    }
    for name in ["pause", "factor", "longest-pause", "retry-on"]
    where attributes.has(name) && !attributes.has("attempts") {
      reader.fence.refuse("'\(name)' says nothing without 'attempts'")
    }
  }

  private mutating func readFlow(into step: inout Step<Template>) {
    switch attributes["on-failure"] {
    case nil, "stop": step.onFailure = .stop
    case "go-on": step.onFailure = .goOn
    case .some(let target):
      if !Name.isStepID(target), !target.contains("/") {
        reader.fence.refuse("'\(target)' cannot be a step's id", rule: RunbookRules.jump)
      }
      step.onFailure = .jump(target)
    }
    if attributes.has("critical"), attributes.has("not-critical") {
      reader.fence.refuse("'critical' and 'not-critical' do not go together")
    }
    step.isCritical = attributes.has("critical") || (step.onFailure != .goOn && !attributes.has("not-critical"))
    step.isEnd = attributes.has("end")
    step.isIdempotent = attributes.has("idempotent")
    step.onlyIn = choice("only-in", ["drill": RunMode.drill, "real": .real])
    step.phase = choice("phase", ["main": StepPhase.main, "clean-up": .cleanUp]) ?? .main
    step.locks = (attributes["locks"] ?? "").split(separator: ",").map { String($0.trimmed) }
    for name in step.locks where !Lock.isName(name) {
      reader.fence.refuse("'\(name)' cannot be the name of a thing", solutions: ["write kind/name, such as vm/km01"])
    }
  }

  private mutating func choice<Value>(_ name: String, _ values: [String: Value]) -> Value? {
    guard let word = attributes[name] else { return nil }
    if let value = values[word] { return value }
    reader.fence.refuse(
      "'\(word)' is no value of '\(name)'", solutions: ["write \(values.keys.sorted().joined(separator: " or "))"])
    return nil
  }

  private mutating func readLoop(into step: inout Step<Template>) {
    if let group = attributes["parallel"] {
      if !Name.isStepID(group) { reader.fence.refuse("'\(group)' cannot be a group's name") }
      step.parallel = group
    }
    guard let each = attributes["each"] else {
      for name in ["concurrency", "max-errors", "canary"] where attributes.has(name) {
        reader.fence.refuse("'\(name)' says nothing without 'each'")
      }
      return
    }
    let words = Words(each, firstLine: step.line).words
    if words.isEmpty { reader.fence.refuse("the loop has no items", rule: RunbookRules.loop) }
    var loop = Loop(over: words.map { reader.fence.template($0.text) }, hasCanary: attributes.has("canary"))
    if let concurrency = reader.fence.number(of: "concurrency", in: 1...1_000) { loop.concurrency = concurrency }
    if let limit = attributes["max-errors"] {
      let number = Int(limit.hasSuffix("%") ? limit.dropLast() : limit[...])
      switch number {
      case .some(let share) where limit.hasSuffix("%") && (0...100).contains(share): loop.errors = .percent(share)
      case .some(let count) where !limit.hasSuffix("%") && (0...1_000_000).contains(count): loop.errors = .count(count)
      default: reader.fence.refuse("'\(limit)' is no value of 'max-errors'", solutions: ["write 2 or 10%"])
      }
    }
    step.loop = loop
  }
}
