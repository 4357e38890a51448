@testable import Runbooks

/// Plays a short run on a terminal, without running anything: what a terminal makes of events can be looked at.
struct Show {
  let terminal: any RunTerminal

  /// A terminal by its name: `live`, `plain` or `narrated`.
  init(_ name: String) {
    switch name {
    case "live": terminal = LiveTerminal(usesColour: true, usual: ["s2": 20_000])
    case "narrated": terminal = NarratedTerminal(usual: ["s2": 20_000])
    default: terminal = PlainTerminal()
    }
  }

  /// Three steps: one with output that would clear the screen, one that a person is asked about, one that takes a while.
  func play() async {
    let steps = (1...3).map { number in
      PlannedStep(
        id: "s\(number)", title: PlannedText("Title of \(number)"), kind: .work(Work(.script(PlannedText("true")))))
    }
    let plan = RunbookPlan(id: "lab/show", title: "Show", source: "show.md", steps: steps)
    terminal.take(.began(run: "r1", plan: plan, state: RunState([])))
    begin("s1", 1)
    terminal.write(Array("first line\n\u{1B}[2J\u{1B}[31mred\u{1B}[0m\u{7}\nno end".utf8))
    end("s1", .succeeded)
    terminal.take(.introduced(step: "s2", number: 2, of: 3))
    terminal.show("[2/3] Title of 2 (s2)")
    let answer = await terminal.ask("  Enter runs it, q stops here: ")
    terminal.show("  answered \(answer ?? "nothing")")
    begin("s2", 2)
    for number in 1...40 { terminal.write(Array("line \(number)\n".utf8)) }
    try? await Task.sleep(for: .milliseconds(1_700))
    end("s2", .failed)
    terminal.take(.journaled(.stepSkipped(.init(step: "s3", by: .person, reason: "not today"))))
    terminal.take(.journaled(.runEnd(.init(result: .failed, step: "s2", records: 9))))
    terminal.show("The end.")
  }

  private func begin(_ step: String, _ number: Int) {
    terminal.take(.introduced(step: step, number: number, of: 3))
    terminal.take(.journaled(.stepIntent(.init(step: step, command: "true", host: "km01"))))
  }

  private func end(_ step: String, _ result: ScriptOutcome.Result) {
    let outcome = ScriptOutcome(result: result, exitCode: result == .succeeded ? 0 : 2, milliseconds: 1_000, tail: "")
    terminal.take(.journaled(.stepOutcome(.init(step: step, part: .action, outcome: outcome))))
  }
}
