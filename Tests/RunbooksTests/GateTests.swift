import Testing

@testable import Runbooks

@Suite("Gates")
struct GateTests {
  static let gates: [PlannedStep] = [
    PlannedStep(id: "gate", title: PlannedText("Sure?"), kind: .confirm(PlannedText("Go on?"))),
    PlannedStep(id: "gate", title: PlannedText("By hand"), kind: .manual(PlannedText("Pull the plug."))),
  ]

  @Test("no gate passes without a person, also with --yes", arguments: gates)
  func nobody(gate: PlannedStep) async throws {
    let shop = try Workshop()
    let (id, result) = try await shop.run([gate, shop.step("after", "echo after >> log")])
    #expect(result == .stopped)
    #expect(shop.read("log").isEmpty)
    #expect(try shop.state(id)["gate"] == .pending)
    #expect(try shop.events(id) == ["run.start", "gate", "run.end"])
  }

  @Test("no gate passes at the end of input", arguments: gates)
  func endOfInput(gate: PlannedStep) async throws {
    let shop = try Workshop()
    let (_, result) = try await shop.run(
      [gate, shop.step("after", "echo after >> log")], on: TestTerminal(answers: []))
    #expect(result == .stopped)
    #expect(shop.read("log").isEmpty)
  }

  @Test("a confirmation passes by yes and by nothing else", arguments: ["", "y", "no", "ja"])
  func onlyYes(answer: String) async throws {
    let shop = try Workshop()
    let (id, result) = try await shop.run([Self.gates[0]], on: TestTerminal(answers: [answer]))
    #expect(result == .stopped)
    let later = TestTerminal(answers: ["yes"])
    let run = try await Run.resume(id, in: shop.folder, on: later, options: Workshop.options())
    #expect(try await run.go() == .completed)
  }

  @Test("a manual step is done when the person says so, also with --yes")
  func manual() async throws {
    let shop = try Workshop()
    let terminal = TestTerminal(answers: [""])
    let (id, result) = try await shop.run([Self.gates[1]], on: terminal)
    #expect(result == .completed)
    #expect(terminal.questions.count == 1)
    #expect(try shop.state(id)["gate"] == .done)
  }

  @Test("plain steps do not run unasked where nobody is there to be asked")
  func plainStepWithoutYes() async throws {
    let shop = try Workshop()
    let (_, result) = try await shop.run([shop.step("a", "echo a >> log")], options: Workshop.options(yes: false))
    #expect(result == .stopped)
    #expect(shop.read("log").isEmpty)
  }
}
