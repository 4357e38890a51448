/// The evidence of a run as headings, tables and texts, before it has a format.
struct EvidencePage {
  /// A part with a heading.
  struct Section {
    var title: String
    var blocks: [Block]
  }

  /// A piece of a section.
  enum Block {
    /// Names and values.
    case facts([Fact])
    /// Rows of texts.
    case table(head: [String], rows: [[String]])
    /// A line of prose.
    case paragraph(String)
    /// A smaller heading.
    case heading(String)
    /// What was run or what it said, as it was.
    case verbatim(String)
  }

  /// A name and its value.
  struct Fact {
    var name: String
    var value: String
    /// Whether it is something that machines read: a hash, an id.
    var isCode = false
  }

  var title: String
  var sections: [Section]

  init(_ account: RunAccount) {
    title = "Evidence: \(account.plan.title)"
    sections = [
      Section(title: "The run", blocks: [.facts(Self.run(account))]),
      Section(title: "The journal", blocks: [.facts(Self.journal(account))]),
      Section(title: "Recovery and time", blocks: [.facts(Self.times(account))]),
      Section(title: "Steps", blocks: [Self.overview(account.steps)]),
      Section(title: "Approvals", blocks: Self.approvals(account.steps)),
      Section(title: "Steady state", blocks: Self.looks(account.looks)),
      Section(title: "Taken back", blocks: Self.undos(account.undos)),
      Section(title: "Remarks", blocks: Self.remarks(account.notes)),
      Section(title: "Each step", blocks: account.steps.flatMap(Self.details)),
    ].filter { !$0.blocks.isEmpty }
  }

  private static func run(_ account: RunAccount) -> [Fact] {
    let start = account.start
    var facts = [
      Fact(name: "Run", value: account.id, isCode: true), Fact(name: "Runbook", value: start.runbook, isCode: true),
      Fact(name: "Written in", value: account.plan.source, isCode: true),
      Fact(name: "Mode", value: start.mode.rawValue), Fact(name: "Result", value: account.result),
      Fact(name: "Begun", value: account.started), Fact(name: "Last line", value: account.lastTime),
      Fact(name: "By", value: "\(start.by)"),
    ]
    if let stage = start.stage {
      facts.append(Fact(name: "Rehearsed on", value: "\(stage.name), which stands in for the lab"))
      for (host, place) in stage.hosts.sorted(by: { $0.key < $1.key }) {
        facts.append(Fact(name: "In the place of \(host)", value: place, isCode: true))
      }
      facts += stage.standIns.map { Fact(name: "Not the real thing", value: $0) }
    }
    facts += account.resumes.map { resume in
      Fact(
        name: "Taken up again by",
        value: "\(resume.by)" + (resume.drift.map { "; what had changed was accepted: \($0.reason)" } ?? ""))
    }
    for (name, value) in start.inputs.sorted(by: { $0.key < $1.key }) {
      facts.append(Fact(name: "Input \(name)", value: value, isCode: true))
    }
    if !start.secrets.isEmpty {
      facts.append(Fact(name: "Secrets, by name", value: start.secrets.joined(separator: ", ")))
    }
    if !start.locks.isEmpty { facts.append(Fact(name: "Held", value: start.locks.joined(separator: ", "))) }
    return facts
  }

  private static func journal(_ account: RunAccount) -> [Fact] {
    let (seal, closure) = (account.seal, account.start.closure)
    return [
      Fact(name: "Integrity", value: seal.integrity), Fact(name: "Completeness", value: seal.completeness),
      Fact(name: "Lines", value: "\(seal.records)"), Fact(name: "Head", value: seal.head, isCode: true),
      Fact(name: "Plan", value: closure.plan, isCode: true),
      Fact(name: "Lab", value: closure.lab ?? "not said", isCode: closure.lab != nil),
      Fact(name: "Tool", value: closure.tool),
    ]
  }

  private static func times(_ account: RunAccount) -> [Fact] {
    let (times, recovery) = (account.times, account.recovery)
    return [
      Fact(name: "From first to last line", value: Milliseconds.describe(times.total)),
      Fact(name: "Of it machine time", value: Milliseconds.describe(times.machine)),
      Fact(name: "Of it human time", value: Milliseconds.describe(times.human)),
      Fact(name: "Of it laid aside", value: Milliseconds.describe(times.laidAside)),
      Fact(
        name: "Recovery time",
        value: measured(recovery.time, recovery.promised?.timeMilliseconds, recovery.keepsTime)
          + "; \(recovery.timeEnd)"),
      Fact(
        name: "Data lost", value: measured(recovery.point, recovery.promised?.pointMilliseconds, recovery.keepsPoint)),
    ]
  }

  private static func measured(_ value: Int?, _ promised: Int?, _ isKept: Bool?) -> String {
    let value = value.map(Milliseconds.describe) ?? "not measured"
    let promised = promised.map { "promised \(Milliseconds.describe($0))" } ?? "nothing promised"
    return "\(value), \(promised)" + (isKept.map { $0 ? ": kept" : ": broken" } ?? "")
  }

  private static func overview(_ steps: [StepAccount]) -> Block {
    .table(
      head: ["Step", "Title", "Outcome", "Attempts", "Took", "Waited for people", "Where"],
      rows: steps.map { step in
        [
          step.key, step.title, step.outcome, "\(step.attempts)", Milliseconds.describe(step.milliseconds),
          Milliseconds.describe(step.waitedMilliseconds), step.hosts.joined(separator: ", "),
        ]
      })
  }

  private static func approvals(_ steps: [StepAccount]) -> [Block] {
    let rows = steps.flatMap { step in
      step.approvals.map { [step.key, $0.by, $0.key, $0.request, $0.comment] }
    }
    return rows.isEmpty ? [] : [.table(head: ["Step", "By", "Key", "Request", "Comment"], rows: rows)]
  }

  private static func looks(_ looks: [SteadyLook]) -> [Block] {
    guard !looks.isEmpty else { return [] }
    let rows = looks.map { look in
      [
        look.time, look.state.moment.rawValue, look.state.held ? "held" : "did not hold",
        look.state.deviations.joined(separator: ", "),
      ]
    }
    return [.table(head: ["Time", "When", "Result", "What did not hold"], rows: rows)]
  }

  private static func undos(_ undos: [UndoAccount]) -> [Block] {
    guard !undos.isEmpty else { return [] }
    let rows = undos.map { undo in
      [
        undo.time, undo.begin.cause.rawValue, undo.begin.steps.joined(separator: ", "),
        undo.end?.undone.joined(separator: ", ") ?? "not known",
        undo.end?.left.joined(separator: ", ") ?? "not known",
      ]
    }
    return [.table(head: ["Time", "Because of", "To be taken back", "Taken back", "Left"], rows: rows)]
  }

  private static func remarks(_ notes: [StepAccount.Decision]) -> [Block] {
    notes.isEmpty ? [] : [.table(head: ["Time", "Remark"], rows: notes.map { [$0.time, $0.sentence] })]
  }

  private static func details(_ step: StepAccount) -> [Block] {
    guard !step.processes.isEmpty || !step.decisions.isEmpty else { return [] }
    var blocks: [Block] = [.heading("\(step.key): \(step.title)"), .paragraph(step.outcome)]
    if !step.decisions.isEmpty {
      blocks.append(.table(head: ["Time", "What was decided"], rows: step.decisions.map { [$0.time, $0.sentence] }))
    }
    if !step.captures.isEmpty {
      blocks.append(.table(head: ["Captured", "Value"], rows: step.captures.map { [$0.name, $0.value] }))
    }
    for process in step.processes {
      let place = process.host.map { " on \($0)" } ?? ""
      blocks.append(
        .paragraph("\(process.time): \(process.part.words)\(place), attempt \(process.attempt), \(process.result)"))
      if !process.command.isEmpty { blocks.append(.verbatim(process.command)) }
      if let tail = process.outcome?.tail, !tail.isEmpty {
        blocks.append(.paragraph("It said, at the end:"))
        blocks.append(.verbatim(tail))
      }
    }
    return blocks
  }
}
