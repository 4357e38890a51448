import Diagnostics
import LabModel
import Runbooks

/// What stands under the title of a step: where it runs, when it is left out, exactly what is run, when it has worked, and
/// how it is taken back.
struct StepContents {
  let index: ContentIndex
  let steps: StepIndex
  let step: PlannedStep
  /// Makes the steps of a runbook that this one calls.
  let inner: ([PlannedStep]) -> [Block.StepBlock]

  /// The line under the title.
  var meta: Prose {
    var meta: [Prose] = []
    switch step.kind {
    case .work(let work): meta.append(place(of: work))
    case .wait(let wait):
      let limit = RunbookPage.duration(wait.withinMilliseconds)
      meta.append([.text("Waits, at most \(limit), ")] + place(of: wait.work))
    case .assert: meta.append([.text("Compares what is known")])
    case .manual: meta.append([.text("By hand")])
    case .confirm: meta.append([.text("Asks before it goes on")])
    case .approval(let approval):
      meta.append([.text(approval.count == 1 ? "Someone else approves" : "\(approval.count) others approve")])
    case .note: meta.append([.text("To know")])
    case .branch: meta.append([.text("Goes on at one of several steps")])
    case .runbook(let call): meta.append([.text("Calls "), .page(page(of: call.id.description), call.id.description)])
    }
    if let mode = step.onlyIn { meta.append([.text(mode == .drill ? "in drills only" : "not in drills")]) }
    if step.phase == .cleanUp { meta.append([.text("clean-up, never left out")]) }
    return Array(meta.joined(separator: [.text(", ")]))
  }

  /// What it does and all that belongs to it, in the order in which it happens.
  var blocks: [Block] {
    var blocks: [Block] = before.isEmpty ? [] : [.facts(before)]
    if let precondition = step.precondition { blocks += lines(of: precondition, after: "First this must succeed") }
    blocks += action
    if !after.isEmpty { blocks.append(.facts(after)) }
    if let check = step.check { blocks += lines(of: check, after: "It has worked when this succeeds") }
    if let undo = step.undo { blocks += lines(of: undo, after: "This takes it back") }
    if let check = step.undoCheck { blocks += lines(of: check, after: "It is taken back when this succeeds") }
    return blocks
  }

  private var action: [Block] {
    switch step.kind {
    case .work(let work): [.code(work.shown)]
    case .wait(let wait): [.code(wait.work.shown)]
    case .assert(let assertion):
      (assertion.message.map { [.paragraph(Self.lines($0.description))] } ?? [])
        + [.list(start: nil, assertion.conditions.map { .init(blocks: [.paragraph([.code($0.written)])]) })]
    case .manual(let text): [.paragraph(Self.lines(text.description))]
    case .confirm(let text): [.callout(nil, [.paragraph(Self.lines(text.description))])]
    case .approval(let approval): [.callout(nil, [.paragraph(Self.lines(approval.text.description))])]
    case .note(let text): [.callout(.note, [.paragraph(Self.lines(text.description))])]
    case .branch(let branch): [.list(start: nil, ways(of: branch).map { .init(blocks: [.paragraph($0)]) })]
    case .runbook(let call): [.steps(inner(call.steps))]
    }
  }

  private func ways(of branch: Branch<PlannedText>) -> [Prose] {
    let ways: [Prose] = branch.choices.map { choice in
      [.text("If "), .code(choice.condition.written), .text(": go on at "), link(to: choice.target)]
    }
    let last: Prose =
      branch.otherwise.map { [.text("Otherwise: go on at "), link(to: $0)] } ?? [
        .text("Otherwise the step has failed.")
      ]
    return ways + [last]
  }

  /// What is decided before it is carried out.
  private var before: [PageFact] {
    var facts: [PageFact] = []
    if let loop = step.loop {
      facts.append(
        PageFact("For each of", loop.items.flatMap { [.text(" "), .code($0.description)] }, Self.pace(loop)))
    }
    if let group = step.parallel {
      let others = (steps.groups[group] ?? []).filter { $0.id != step.id }
      let links: [Prose] = others.map { [link(to: $0.id)] }
      facts.append(PageFact("Together with", Array(links.joined(separator: [.text(", ")]))))
    }
    for test in step.guards { facts.append(PageFact(Self.label(test.decision), seen(test))) }
    if !step.locks.isEmpty { facts.append(PageFact("Nobody else may work on", RunbookPage.codes(step.locks))) }
    return facts
  }

  /// What follows from its result.
  private var after: [PageFact] {
    var facts: [PageFact] = []
    let work: Work<PlannedText>? =
      switch step.kind {
      case .work(let work): work
      case .wait(let wait): wait.work
      default: nil
      }
    if let work, !work.expectations.isEmpty {
      facts.append(PageFact("Expected", values: work.expectations.map { [.code($0.written)] }))
    }
    if !step.captures.isEmpty {
      facts.append(PageFact("Remembers", values: step.captures.map { [.code($0.written)] }))
    }
    if step.retry.attempts > 1 {
      let pause = RunbookPage.duration(step.retry.pauseMilliseconds)
      facts.append(PageFact("Tried", [.text("up to \(step.retry.attempts) times, \(pause) apart")]))
    }
    switch step.onFailure {
    case .stop: break
    case .goOn: facts.append(PageFact("If it fails", [.text("goes on with the next step")]))
    case .jump(let target): facts.append(PageFact("If it fails", [.text("goes on at "), link(to: target)]))
    }
    if step.isEnd { facts.append(PageFact("Then", [.text("the runbook ends here")])) }
    return facts
  }

  private static func pace(_ loop: Loop<PlannedText>) -> Prose {
    var parts = [loop.concurrency == 1 ? "one at a time" : "\(loop.concurrency) at a time"]
    if loop.hasCanary { parts.append("the first goes alone") }
    switch loop.errors {
    case .count(0), .percent(0): parts.append("stops at the first failure")
    case .count(let count): parts.append("stops when more than \(count) have failed")
    case .percent(let percent): parts.append("stops when more than \(percent) % have failed")
    }
    return [.quiet(parts.joined(separator: ", "))]
  }

  private static func label(_ decision: GuardDecision) -> String {
    switch decision {
    case .skipIf: "Left out if"
    case .onlyIf: "Only if"
    case .require: "Must hold"
    }
  }

  private func seen(_ test: StepGuard<PlannedText>) -> Prose {
    let seen: Prose =
      switch test.test {
      case .condition(let condition): [.code(condition.written)]
      case .work(let work): [.text("this succeeds "), .text(place(of: work).plain), .text(": "), .code(work.shown)]
      }
    return seen + (test.message.map { [.lineBreak, .quiet($0.description)] } ?? [])
  }

  private func lines(of work: Work<PlannedText>, after words: String) -> [Block] {
    [.paragraph([.quiet("\(words), ")] + place(of: work) + [.quiet(":")]), .code(work.shown)]
  }

  private func link(to step: String) -> Inline {
    .step(step, steps[step].map { StepIndex.split($0.title.description).title } ?? step)
  }

  private func page(of runbook: String) -> ThingID { ThingID(PageKind.runbook.id, runbook) }

  private static func lines(_ text: String) -> Prose {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { [Inline.text(String($0))] }
    if lines.last == [.text("")] { lines.removeLast() }
    return Array(lines.joined(separator: [.lineBreak]))
  }

  private func place(of work: Work<PlannedText>) -> Prose {
    var place: Prose = [.text("here")]
    if let host = work.host?.description {
      let machine = index.content.lab.things.first { thing in
        thing.name == host || thing.addresses.contains { $0.text == host }
          || index.content.lab.hostName(of: thing.id) == host
      }
      place = [.text("on "), machine.map { .page($0.id, host) } ?? .code(host)]
    }
    if let user = work.user?.description { place += [.text(" as "), .code(user)] }
    if let limit = work.timeoutMilliseconds { place.append(.text(", at most \(RunbookPage.duration(limit))")) }
    if !work.secrets.isEmpty { place += [.text(", with ")] + RunbookPage.codes(work.secrets) }
    if work.usesTerminal { place.append(.text(", on your terminal")) }
    return place
  }
}
