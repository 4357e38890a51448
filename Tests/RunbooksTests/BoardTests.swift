import Testing

@testable import Runbooks

@Suite("The list of steps")
struct BoardTests {
  /// A board of a plan with so many steps, begun at 0.
  static func board(_ count: Int = 3, usual: [String: Int] = [:]) -> RunBoard {
    var board = RunBoard(usual: usual)
    let plan = EvidenceTests.plan((1...count).map { EvidenceTests.step("s\($0)") })
    board.take(.began(run: "r", plan: plan, state: RunState([])), at: 0)
    return board
  }

  static func intent(_ step: String, _ part: StepPart = .action) -> RunEvent {
    .journaled(.stepIntent(.init(step: step, part: part, command: "true")))
  }

  static func outcome(_ step: String, _ part: StepPart = .action, _ result: ScriptOutcome.Result = .succeeded)
    -> RunEvent
  {
    .journaled(
      .stepOutcome(.init(step: step, part: part, outcome: ScriptOutcome(result: result, milliseconds: 1, tail: ""))))
  }

  static func lines(_ board: RunBoard, _ width: Int = 60, _ height: Int = 10, at now: Int) -> [String] {
    BoardLines(width: width, height: height, usesColour: false).lines(board, at: now)
  }

  @Test("states and durations follow the journal")
  func states() {
    var board = Self.board(usual: ["s2": 20_000])
    board.take(Self.intent("s1"), at: 1_000)
    board.take(Self.outcome("s1"), at: 3_500)
    board.take(Self.intent("s2"), at: 4_000)
    let lines = Self.lines(board, at: 9_400)
    #expect(lines[0].hasPrefix("done    1  Step s1") && lines[0].hasSuffix("  2.5s"))
    #expect(lines[1].hasPrefix("running 2  Step s2") && lines[1].hasSuffix("  5s, usually 20s"))
    #expect(lines[2].hasPrefix("        3  Step s3"))
  }

  @Test("a step ends as its last part says")
  func parts() {
    let cases: [(StepPart, ScriptOutcome.Result, BoardStep.State)] = [
      (.check, .failed, .failed), (.check, .succeeded, .done), (.action, .timedOut, .unknown),
      (.precondition, .failed, .failed), (.skipIf, .failed, .pending), (.undo, .succeeded, .undone),
    ]
    for (part, result, state) in cases {
      var board = Self.board()
      board.take(Self.intent("s1", part), at: 0)
      board.take(Self.outcome("s1", part, result), at: 1)
      #expect(board.steps[0].state == state, "\(part) \(result)")
    }
  }

  @Test("an item does not end its loop; the join does")
  func loops() {
    var board = Self.board()
    board.take(Self.intent("s1[a]"), at: 0)
    board.take(Self.outcome("s1[a]"), at: 5)
    #expect(board.steps[0].state == .running)
    board.take(
      .journaled(.stepJoined(.init(step: "s1", succeeded: ["s1[a]"], failed: [], notRun: [], held: true))), at: 9)
    #expect(board.steps[0].state == .done)
  }

  @Test("no line is wider, and there are no more lines, than the terminal has", arguments: [4, 10, 20, 40, 80, 200])
  func fits(width: Int) {
    var board = Self.board(200)
    board.take(Self.intent("s150"), at: 0)
    for height in 1...12 {
      let lines = Self.lines(board, width, height, at: 4_000_000)
      #expect(lines.count <= height)
      #expect(lines.allSatisfy { TextWidth.of($0) <= width }, "\(lines)")
      if width >= 20 { #expect(lines.contains { $0.hasPrefix("running 150") }) }
    }
  }

  @Test("wide and combining characters are counted as terminals show them")
  func widths() {
    #expect(TextWidth.of("日本") == 4)
    #expect(TextWidth.of("e\u{301}") == 1)
    #expect(TextWidth.fit("日本語日本語", 7) == "日本...")
    #expect(TextWidth.pad("ab", 5) == "ab   ")
  }

  @Test("output has no control characters, whatever the reads it came in")
  func output() {
    let text = "plain\r\n\u{1B}[31mred\u{1B}[0m\u{1B}]0;title\u{7}\n10%\r50%\rdone\u{9B}2J\u{202E}x\n\ttab"
    for size in 1...9 {
      var lines = OutputLines()
      var shown: [String] = []
      let bytes = Array(text.utf8)
      for start in stride(from: 0, to: bytes.count, by: size) {
        shown += lines.take(Array(bytes[start..<min(start + size, bytes.count)]))
      }
      #expect(shown == ["plain", "red?]0;title?", "10%", "50%", "done?2J?x"])
      #expect(lines.finish() == "    tab")
      #expect(lines.finish() == nil)
    }
  }
}
