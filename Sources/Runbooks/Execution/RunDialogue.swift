/// The questions a run asks, and the lines it shows.
struct RunDialogue: Sendable {
  let terminal: any RunTerminal

  /// A way to answer.
  struct Choice<Value> {
    /// What is typed, in lower case; empty for Enter alone.
    var key: String
    var value: Value
  }

  /// What a person wants of a step.
  enum Wish { case run, skip, jump, shell, note, undo, stop }

  /// What a person knows of a step that was left open.
  enum Verdict { case done, again, stop }

  /// What a person wants of a process that was left behind.
  enum Fate { case wait, end, stop }

  /// What a person wants of a run after Ctrl-C.
  enum Interruption { case goOn, stop, undo, end }

  /// Asks until an answer is among the choices; nothing without a terminal, at the end of input or when interrupted.
  func choose<Value>(_ question: String, _ choices: [Choice<Value>]) async -> Value? {
    guard terminal.isInteractive else { return nil }
    while let answer = await terminal.ask("  \(question): ") {
      let typed = answer.trimmed.lowercased()
      if let choice = choices.first(where: { $0.key == typed }) { return choice.value }
      terminal.show("  '\(answer.trimmed)' is none of these")
    }
    return nil
  }

  /// The questions that decide where a run goes.
  enum Question {
    static let confirm = "yes goes on, no stops here"
    static let approval = "Enter looks again, q stops here"
    static let done = "says it is done"
    static let again = "r runs it again"
    static let settled = "d it was, a it was not and may run again, q stops here"
    static let undo = "r tries again, l leaves it as it is and undoes the others, q stops here"
    static let deviation = "u undoes what was done, l leaves it as it is"
  }

  private static var wishes: [Choice<Wish>] {
    [
      .init(key: "s", value: .skip), .init(key: "j", value: .jump), .init(key: "!", value: .shell),
      .init(key: "n", value: .note), .init(key: "u", value: .undo), .init(key: "q", value: .stop),
    ]
  }

  private static let otherWishes = "s skips it, j jumps, ! opens a shell, n notes, u undoes, q stops here"

  /// Asks whether a step is run.
  func wish(_ verb: String) async -> Wish? {
    await choose("Enter \(verb), \(Self.otherWishes)", [.init(key: "", value: .run)] + Self.wishes)
  }

  /// Asks what a failed step comes to.
  func wishAfterFailure() async -> Wish? {
    await choose("\(Question.again), \(Self.otherWishes)", [.init(key: "r", value: .run)] + Self.wishes)
  }

  /// Asks for a line, which cannot be empty.
  func line(_ question: String) async -> String? {
    guard terminal.isInteractive else { return nil }
    while let answer = await terminal.ask("  \(question): ") {
      if !answer.trimmed.isEmpty { return String(answer.trimmed) }
    }
    return nil
  }

  /// Shows a line that belongs to a step.
  func tell(_ line: String) { terminal.show("  \(line)") }

  /// Shows a step: number, title, prose, and exactly what would be run.
  func introduce(_ step: PreparedStep, number: Int, of count: Int) {
    terminal.show("")
    terminal.show("[\(number)/\(count)] \(step.title) (\(step.id))")
    if !step.note.isEmpty { showIndented(step.note, by: "  ") }
    if let loop = step.loop { tell("For each of \(loop.items.joined(separator: ", ")):") }
    switch step.kind {
    case .work(let work): introduce(work)
    case .wait(let wait):
      introduce(wait.work, called: "Waits for, at most \(Milliseconds.describe(wait.withinMilliseconds))")
    case .manual(let text): show(text, under: "By hand:")
    case .confirm(let text): show(text, under: "To confirm:")
    case .approval(let approval): show(approval.text, under: "To be approved by \(approval.count) others:")
    case .note(let text): showIndented(text, by: "  ")
    case .runbook(let sub): tell("The steps of \(sub.id):")
    case .assert(let assertion):
      show(assertion.conditions.map { $0.written { $0 } }.joined(separator: "\n"), under: "Asserts:")
    case .branch(let branch):
      for choice in branch.choices { tell("Goes on at \(choice.target) where \(choice.condition.written { $0 })") }
      if let otherwise = branch.otherwise { tell("Goes on at \(otherwise) otherwise") }
    }
  }

  /// Shows a work and where it runs.
  func introduce(_ work: Work<String>, called name: String = "Runs") {
    let circumstances = work.circumstances
    show(work.shown, under: "\(name)\(circumstances.isEmpty ? "" : " \(circumstances)"):")
  }

  private func show(_ text: String, under heading: String) {
    tell(heading)
    showIndented(text, by: "    ")
  }

  private func showIndented(_ text: String, by indentation: String) {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    while lines.last?.isEmpty == true { lines.removeLast() }
    for line in lines { terminal.show(line.isEmpty ? "" : indentation + line) }
  }
}
