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
  enum Wish { case run, skip, stop }

  /// What a person knows of a step that was left open.
  enum Verdict { case done, again, stop }

  /// What a person wants of a process that was left behind.
  enum Fate { case wait, end, stop }

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

  /// Asks whether a step is run.
  func wish(_ verb: String) async -> Wish? {
    await choose(
      "Enter \(verb), s skips it, q stops here",
      [.init(key: "", value: .run), .init(key: "s", value: .skip), .init(key: "q", value: .stop)])
  }

  /// Asks what a failed step comes to.
  func wishAfterFailure() async -> Wish? {
    await choose(
      "r runs it again, s skips it, q stops here",
      [.init(key: "r", value: .run), .init(key: "s", value: .skip), .init(key: "q", value: .stop)])
  }

  /// Asks for a reason, which cannot be empty.
  func reason() async -> String? {
    while let answer = await terminal.ask("  Why: ") {
      if !answer.trimmed.isEmpty { return String(answer.trimmed) }
    }
    return nil
  }

  /// Shows a step: number, title, prose, and exactly what would be run.
  func introduce(_ step: PreparedStep, number: Int, of count: Int) {
    terminal.show("")
    terminal.show("[\(number)/\(count)] \(step.title) (\(step.id))")
    if !step.note.isEmpty { showIndented(step.note, by: "  ") }
    switch step.kind {
    case .work(let work): introduce(work)
    case .manual(let text):
      terminal.show("  By hand:")
      showIndented(text, by: "    ")
    case .confirm(let text):
      terminal.show("  To confirm:")
      showIndented(text, by: "    ")
    case .wait, .assert, .approval, .note, .branch, .runbook: break
    }
  }

  /// Shows a script and where it runs.
  func introduce(_ script: Work<String>, called name: String = "Runs") {
    let circumstances = script.circumstances
    terminal.show("  \(name)\(circumstances.isEmpty ? "" : " \(circumstances)"):")
    showIndented(script.script ?? "", by: "    ")
  }

  private func showIndented(_ text: String, by indentation: String) {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    while lines.last?.isEmpty == true { lines.removeLast() }
    for line in lines { terminal.show(line.isEmpty ? "" : indentation + line) }
  }
}
