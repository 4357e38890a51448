import Foundation
import Subprocess
import Testing

@testable import Runbooks

@Suite("Steps that have the terminal")
struct TerminalStepTests {
  /// Runs a plan on a terminal of 40 lines and 132 columns, and types once a file is there.
  ///
  /// The question about a step that has failed is answered where there is an answer. The terminal's settings before and
  /// after are in the files `before` and `after`.
  static func run(
    _ script: String, in shop: Workshop, captures: [Capture] = [], typing keys: String = "",
    once file: String = "plan.json",
    answering answer: String? = nil, secrets: [String: String] = [:]
  ) async throws -> String {
    var step = PlannedStep(
      id: "talk", title: PlannedText("Talk"),
      kind: .work(.bash("cd \(shop.path)\n\(script)", secrets: secrets.keys.sorted(), tty: true)))
    step.captures = captures
    try shop.write("plan.json", String(decoding: shop.plan([step]).bytes, as: UTF8.self))
    try shop.write(
      "session",
      """
      stty rows 40 cols 132
      stty -g > \(shop.path)/before
      \(try Probe.path) \(shop.path)/plan.json \(shop.folder.path) || true
      stty -g > \(shop.path)/after
      """)
    #if canImport(Darwin)
      let arguments = ["-q", "/dev/null", "bash", "\(shop.path)/session"]
    #else
      let arguments = ["-qec", "bash \(shop.path)/session", "/dev/null"]
    #endif
    var environment = ProcessInfo.processInfo.environment
    environment.merge(secrets) { $1 }
    let result = try await Subprocess.run(
      .name("script"), arguments: Arguments(arguments), environment: .custom(environment), input: .inputWriter,
      output: .string(limit: 1 << 20), error: .discarded
    ) { execution in
      while !shop.exists(file) { try await Task.sleep(for: .milliseconds(10)) }
      if !keys.isEmpty { _ = try await execution.standardInputWriter.write(keys) }
      if let answer {
        while try shop.folder.runs().allSatisfy({ try !shop.events($0).contains("step.outcome") }) {
          try await Task.sleep(for: .milliseconds(10))
        }
        _ = try await execution.standardInputWriter.write(answer)
      }
      while !shop.exists("after") { try await Task.sleep(for: .milliseconds(10)) }
      try await execution.standardInputWriter.finish()
    }
    #expect(!shop.read("before").isEmpty)
    #expect(shop.read("after") == shop.read("before"), "the terminal is as it was")
    return result.standardOutput
  }

  static func outcome(_ shop: Workshop) throws -> (id: String, outcome: ScriptOutcome?) {
    let id = try #require(try shop.folder.runs().first)
    let outcomes = try shop.folder.journal(of: id).records.compactMap { record -> ScriptOutcome? in
      if case .stepOutcome(let outcome) = record.event { outcome.outcome } else { nil }
    }
    return (id, outcomes.last)
  }

  @Test("what it shows is seen, captured and journaled, secrets taken out; its terminal has the person's size")
  func captures() async throws {
    let shop = try Workshop()
    let text = try await Self.run(
      "test -t 0 && test -t 1 && test -t 2; stty size; read word; echo \"answer 42 for $word with $TOKEN\"", in: shop,
      captures: [Capture("number", .match(#"answer (\d+)"#), kind: .number)], typing: "me\r",
      secrets: ["TOKEN": "c4n4ry-value"])
    #expect(text.contains("40 132"))
    #expect(text.contains("answer 42 for me with [TOKEN]"))
    let (id, outcome) = try Self.outcome(shop)
    #expect(outcome?.result == .succeeded, "\(String(describing: outcome))")
    #expect(outcome?.tail.contains("answer 42 for me with [TOKEN]") == true)
    #expect(!(text + String(decoding: try shop.folder.journalBytes(of: id), as: UTF8.self)).contains("c4n4ry"))
    #expect(try shop.state(id).captures["number"] == "42")
  }

  @Test("Ctrl-C belongs to the step")
  func controlC() async throws {
    let shop = try Workshop()
    _ = try await Self.run(
      "trap 'echo caught > caught; exit 0' INT; touch ready; while :; do sleep 0.05; done", in: shop, typing: "\u{3}",
      once: "ready")
    #expect(shop.read("caught") == "caught\n")
    #expect(try Self.outcome(shop).outcome?.result == .succeeded)
  }

  @Test(
    "the terminal is as it was also after a step that has changed it, was killed, or has no end",
    arguments: ["stty raw -echo; kill -KILL $$", "exec bash -c 'kill -KILL $$'", "if then", "(sleep 300 &) ; exit 3"])
  func restored(script: String) async throws {
    let shop = try Workshop()
    // A step that has failed is asked about.
    _ = try await Self.run(script, in: shop, answering: "q\n")
    #expect(try Self.outcome(shop).outcome?.result == .failed)
  }
}
