import Subprocess
import Testing

@testable import Runbooks

@Suite("On a real terminal")
struct TerminalTests {
  /// Runs the probe on a terminal of its own, and types once its journal is there, or a file says so.
  static func type(
    _ keys: [String], into shop: Workshop, running steps: [PlannedStep], once sign: String? = nil,
    then: @escaping @Sendable () throws -> Void = {}
  ) async throws -> String {
    try shop.write("plan.json", String(decoding: shop.plan(steps).bytes, as: UTF8.self))
    let words = [try Probe.path, "\(shop.path)/plan.json", shop.folder.path]
    #if canImport(Darwin)
      let arguments = ["-q", "/dev/null"] + words
    #else
      let arguments = ["-qec", words.joined(separator: " "), "/dev/null"]
    #endif
    let result = try await Subprocess.run(
      .name("script"), arguments: Arguments(arguments), input: .inputWriter, output: .string(limit: 1 << 20),
      error: .discarded
    ) { execution in
      for _ in 0..<1_000 where try shop.folder.runs().isEmpty { try await Task.sleep(for: .milliseconds(10)) }
      if let sign { try await shop.wait(for: sign, in: "progress") }
      for keys in keys {
        _ = try await execution.standardInputWriter.write(keys)
        try await Task.sleep(for: .milliseconds(300))
      }
      try then()
      try await execution.standardInputWriter.finish()
    }
    return result.standardOutput
  }

  static let confirm = PlannedStep(id: "sure", title: PlannedText("Sure?"), kind: .confirm(PlannedText("Go on?")))

  @Test("a gate is answered, and a step with tty has the terminal to itself")
  func terminal() async throws {
    let shop = try Workshop()
    let script = "test -t 0; test -t 1; read name; echo $name > \(shop.path)/got; : < /dev/tty"
    let step = PlannedStep(
      id: "talk", title: PlannedText("Talk"),
      kind: .work(.bash(script, tty: true)))
    let text = try await Self.type(["yes\nzed\n"], into: shop, running: [Self.confirm, step])
    #expect(text.contains("ended: completed"))
    #expect(shop.read("got") == "zed\n")
  }

  @Test("Ctrl-C at a question leaves a run that can be resumed")
  func interruptedQuestion() async throws {
    let shop = try Workshop()
    let text = try await Self.type(["\u{3}"], into: shop, running: [Self.confirm])
    #expect(text.contains("ended: interrupted"))
    let id = try #require(try shop.folder.runs().first)
    #expect(try shop.state(id).end?.result == .interrupted)
  }

  /// A step that can be taken back, and one that waits until the file `go` is there.
  static func waiting(_ shop: Workshop) -> [PlannedStep] {
    var first = shop.step("a", "echo a >> log")
    first.undo = .bash("cd \(shop.path)\necho undone >> log")
    return [first, shop.step("b", "echo begun >> progress; until [ -e go ]; do sleep 0.02; done; echo b >> log")]
  }

  @Test(
    "Ctrl-C while a step runs is a question",
    arguments: [
      (["\u{3}", "u\n"], "undone", "a\nundone\n"), (["\u{3}", "s\n"], "interrupted", "a\n"),
      (["\u{3}", "e\n", "q\n"], "failed", "a\n"), (["\u{3}", "\u{3}"], "interrupted", "a\n"),
    ])
  func question(keys: [String], result: String, log: String) async throws {
    let shop = try Workshop()
    let text = try await Self.type(keys, into: shop, running: Self.waiting(shop), once: "begun")
    #expect(text.contains("ended: \(result)"))
    #expect(shop.read("log") == log)
    let id = try #require(try shop.folder.runs().first)
    #expect(try shop.state(id).processes.allSatisfy { !$0.process.isAlive })
  }

  @Test("after Ctrl-C the step goes on where the person wants that")
  func goesOn() async throws {
    let shop = try Workshop()
    let text = try await Self.type(["\u{3}", "g\n"], into: shop, running: Self.waiting(shop), once: "begun") {
      try shop.write("go", "")
    }
    #expect(text.contains("ended: completed"))
    #expect(shop.read("log") == "a\nb\n")
  }
}
