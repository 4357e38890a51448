import Diagnostics

/// Makes the steps of a plan: facts filled in, called runbooks put where they are called.
struct StepPlanner {
  /// How deep runbooks may call one another.
  static let deepestNesting = 8
  /// How many steps a plan may have.
  static let mostSteps = 20_000

  /// What cannot be planned.
  private(set) var log = DiagnosticLog()
  /// Where the secrets of all called runbooks come from.
  private(set) var secretSources: [String: SecretSource] = [:]
  private let library: RunbookLibrary
  private var calls: [String] = []
  private var count = 0

  init(_ library: RunbookLibrary) { self.library = library }

  /// A call that is being planned.
  struct Call {
    /// What stands before the ids of its steps, such as `backup/`.
    var prefix = ""
    /// What its inputs are.
    var inputs: [String: PlannedText] = [:]
  }

  /// The steps of a runbook, those that it calls among them.
  mutating func steps(of entry: RunbookLibrary.Entry, in call: Call = Call()) -> [PlannedStep] {
    let runbook = entry.runbook
    var filler = TemplateFiller(
      file: runbook.file, thing: entry.thing, facts: entry.facts, hosts: library.hosts, call: call)
    var notes = StepNotes(MarkdownFiller(filler: filler).fill(runbook.body))
    gatherSecrets(of: entry)
    calls.append(entry.id)
    defer { calls.removeLast() }
    count += runbook.steps.count
    guard count <= Self.mostSteps else {
      refuse(entry, 1, RunbookRules.circle, "the plan has more than \(Self.mostSteps) steps")
      return []
    }
    var steps: [PlannedStep] = []
    for written in runbook.steps {
      var step = written.filled(with: &filler).prefixed(with: call.prefix)
      step.note = notes.take(written.id)
      step.locks = locks(written.locks, of: entry, line: written.line)
      if let loop = step.loop, loop.items.isEmpty, !filler.log.hasErrors {
        refuse(entry, step.line, RunbookRules.loop, "the loop of step '\(written.id)' has no items")
      }
      if case .runbook(let sub) = step.kind { plan(sub, calledBy: &step, written, in: entry) }
      steps.append(step)
    }
    log.add(contentsOf: filler.log.diagnostics)
    return steps
  }

  /// Looks whether everything that called runbooks are said to capture is captured.
  mutating func checkCaptures(_ steps: [PlannedStep], of entry: RunbookLibrary.Entry) {
    let made = Set(RunbookPlan.flat(steps).flatMap(\.captures).map(\.name))
    for step in steps {
      for case .capture(let name) in step.texts.flatMap(\.references) where !made.contains(name) {
        refuse(
          entry, step.line, RunbookRules.captured, "'\(name)' is captured by no step",
          solutions: NearMiss.suggestion(for: name, in: made).map { [$0] } ?? [])
      }
    }
  }

  /// Puts the steps of a called runbook into the step that calls it.
  private mutating func plan(
    _ sub: SubRunbook<PlannedText>, calledBy step: inout PlannedStep, _ written: Step<Template>,
    in entry: RunbookLibrary.Entry
  ) {
    let id = sub.id.description
    guard sub.id.references.isEmpty, let called = library[id] else {
      let isOpen = !sub.id.references.isEmpty
      return refuse(
        entry, step.line, RunbookRules.missingRunbook,
        isOpen ? "'\(id)' is not known before the run" : "'\(id)' is no runbook of the lab",
        solutions: isOpen ? ["name the runbook"] : NearMiss.suggestion(for: id, in: library.ids).map { [$0] } ?? [])
    }
    if let start = calls.firstIndex(of: id) {
      let path = (calls[start...] + [id]).joined(separator: " -> ")
      return refuse(entry, step.line, RunbookRules.circle, "\(path) is a circle of runbooks")
    }
    guard calls.count < Self.deepestNesting else {
      return refuse(
        entry, step.line, RunbookRules.circle, "runbooks call one another deeper than \(Self.deepestNesting) levels")
    }
    var sub = sub
    sub.inputs = inputs(of: called, givenBy: sub, at: (entry, step.line))
    step.locks += locks(called.runbook.locks, of: called, line: called.runbook.keyLines["locks"] ?? 1)
    sub.steps = steps(of: called, in: Call(prefix: "\(step.id)/", inputs: sub.inputs))
    step.kind = .runbook(sub)
  }

  /// What the inputs of a called runbook are: those that the call gives, and its own defaults.
  private mutating func inputs(
    of called: RunbookLibrary.Entry, givenBy sub: SubRunbook<PlannedText>, at place: (RunbookLibrary.Entry, Int)
  ) -> [String: PlannedText] {
    var values: [String: PlannedText] = [:]
    let declared = inputs(of: called)
    for name in sub.inputs.keys.sorted() where !declared.contains(where: { $0.name == name }) {
      refuse(
        place.0, place.1, RunbookRules.call, "\(called.id) has no input '\(name)'",
        solutions: NearMiss.suggestion(for: name, in: declared.map(\.name)).map { [$0] } ?? [])
    }
    for input in declared {
      if let value = sub.inputs[input.name] {
        values[input.name] = value
        if value.references.isEmpty, let problem = input.problem(with: value.description) {
          refuse(place.0, place.1, RunbookRules.call, problem)
        }
      } else if let standard = input.standard {
        values[input.name] = PlannedText(standard)
      } else {
        refuse(
          place.0, place.1, RunbookRules.call, "\(called.id) lacks its input '\(input.name)'",
          solutions: ["add a line '\(input.name): value'"])
      }
    }
    return values
  }

  /// The inputs of a runbook; the name of a thing becomes a choice among those that the lab has.
  mutating func inputs(of entry: RunbookLibrary.Entry) -> [RunbookInput] {
    entry.runbook.inputs.map { input in
      if case .choice(let choices) = input.kind { return self.input(input, choices, of: entry) }
      guard case .thing(let kind) = input.kind, let things = library.things else { return input }
      let line = entry.runbook.keyLines["input.\(input.name).thing"] ?? entry.runbook.line
      let names = things.filter { $0.kind == kind }.map(\.name)
      if names.isEmpty {
        refuse(
          entry, line, RunbookRules.thing, "the lab has no thing of kind '\(kind)'",
          solutions: NearMiss.suggestion(for: kind, in: things.map(\.kind)).map { [$0] } ?? [])
      } else if let standard = input.standard, !names.contains(standard) {
        refuse(
          entry, entry.runbook.keyLines["input.\(input.name).default"] ?? line, RunbookRules.thing,
          "the lab has no \(kind) '\(standard)'",
          solutions: NearMiss.suggestion(for: standard, in: names).map { [$0] } ?? [])
      }
      var planned = input
      planned.kind = .choice(names)
      return planned
    }
  }

  /// An input whose choices are known; a list of the lab is as many of them.
  private mutating func input(
    _ input: RunbookInput, _ choices: [String], of entry: RunbookLibrary.Entry
  ) -> RunbookInput {
    let line = entry.runbook.keyLines["input.\(input.name).choice"] ?? entry.runbook.line
    var filler = TemplateFiller(file: entry.runbook.file, thing: entry.thing, facts: entry.facts, hosts: nil)
    let texts = choices.flatMap { filler.words(Template($0, firstLine: line)) }
    for case let reference? in texts.map(\.references.first) {
      refuse(entry, line, RunbookRules.fact, "'\(reference.name)' is not known before the run")
    }
    var planned = input
    planned.kind = .choice(texts.map(\.description))
    log.add(contentsOf: filler.log.diagnostics)
    if let standard = input.standard, filler.log.diagnostics.isEmpty, let problem = planned.problem(with: standard) {
      refuse(entry, entry.runbook.keyLines["input.\(input.name).default"] ?? line, RunbookRules.thing, problem)
    }
    return planned
  }

  /// The things that nobody else may work on, placeholders filled in.
  mutating func locks(_ written: [String], of entry: RunbookLibrary.Entry, line: Int) -> [String] {
    var filler = TemplateFiller(file: entry.runbook.file, thing: entry.thing, facts: entry.facts, hosts: nil)
    let names = written.map { filler.value(Template($0, firstLine: line)) }
    log.add(contentsOf: filler.log.diagnostics)
    for name in names where filler.log.diagnostics.isEmpty {
      let text = name.description
      if !name.references.isEmpty || !Lock.isName(text) {
        refuse(entry, line, RunbookRules.thing, "'\(text)' names no thing of the lab", solutions: ["write vm/km01"])
      } else if let things = library.things, !things.contains(where: { "\($0.kind)/\($0.name)" == text }) {
        refuse(
          entry, line, RunbookRules.thing, "'\(text)' is no thing of the lab",
          solutions: NearMiss.suggestion(for: text, in: things.map { "\($0.kind)/\($0.name)" }).map { [$0] } ?? [])
      }
    }
    return names.map(\.description)
  }

  private mutating func gatherSecrets(of entry: RunbookLibrary.Entry) {
    for (name, source) in entry.runbook.secretSources.sorted(by: { $0.key < $1.key }) {
      if let other = secretSources[name], other != source {
        refuse(
          entry, entry.runbook.keyLines["secret.\(name)"] ?? entry.runbook.line, RunbookRules.call,
          "the secret \(name) comes from another source in the runbook that calls this one")
      } else {
        secretSources[name] = source
      }
    }
  }

  private mutating func refuse(
    _ entry: RunbookLibrary.Entry, _ line: Int, _ rule: Rule, _ message: String, solutions: [String] = []
  ) {
    log.add(rule.diagnostic(about: entry.thing, at: entry.runbook.place(line), message, solutions: solutions))
  }
}
