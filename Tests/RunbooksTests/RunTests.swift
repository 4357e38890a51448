import Foundation
import Testing

@testable import Runbooks

@Suite("Running a plan")
struct RunTests {
  @Test("steps run in order, each with intent, process and outcome in the journal before the next")
  func inOrder() async throws {
    let shop = try Workshop()
    let (id, result) = try await shop.run([shop.step("a", "echo a >> log"), shop.step("b", "echo b >> log")])
    #expect(result == .completed)
    #expect(shop.read("log") == "a\nb\n")
    let step = ["step.intent", "step.spawned", "step.outcome"]
    #expect(try shop.events(id) == ["run.start"] + step + step + ["run.end"])
    #expect(try shop.folder.journal(of: id).isComplete)
  }

  @Test("the exact command is shown and asked about before it runs")
  func asks() async throws {
    let shop = try Workshop()
    let terminal = TestTerminal(answers: ["what?", ""])
    let (_, result) = try await shop.run(
      [shop.step("a", "echo  'x  y'")], on: terminal, options: Workshop.options(yes: false))
    #expect(result == .completed)
    #expect(terminal.text.contains("    echo  'x  y'\n"))
    #expect(terminal.text.contains("'what?' is none of these"))
    #expect(terminal.questions.count == 2)
  }

  @Test("a step is skipped with a reason, which the journal keeps")
  func skips() async throws {
    let shop = try Workshop()
    let terminal = TestTerminal(answers: ["s", "", "it is done already", ""])
    let (id, result) = try await shop.run(
      [shop.step("a", "echo a >> log"), shop.step("b", "echo b >> log")], on: terminal,
      options: Workshop.options(yes: false))
    #expect(result == .completed)
    #expect(shop.read("log") == "b\n")
    #expect(try shop.state(id)["a"] == .skipped(reason: "it is done already"))
  }

  @Test("q stops before the step, and the run goes on from there later")
  func stops() async throws {
    let shop = try Workshop()
    let steps = [shop.step("a", "echo a >> log"), shop.step("b", "echo b >> log")]
    let (id, result) = try await shop.run(
      steps, on: TestTerminal(answers: ["", "q"]), options: Workshop.options(yes: false))
    #expect(result == .stopped)
    #expect(try await shop.resume(id) == .completed)
    #expect(shop.read("log") == "a\nb\n")
  }

  @Test("a failed step stops the run, and is tried again on resume")
  func fails() async throws {
    let shop = try Workshop()
    let steps = [shop.step("a", "echo a >> log"), shop.step("b", "echo try >> log; test -e ready || exit 7")]
    let terminal = TestTerminal()
    let (id, result) = try await shop.run(steps, on: terminal)
    #expect(result == .failed)
    #expect(terminal.text.contains("failed with exit code 7"))
    try shop.write("ready", "")
    #expect(try await shop.resume(id) == .completed)
    #expect(shop.read("log") == "a\ntry\ntry\n")
    #expect(try shop.state(id).attempts(of: "b") == 2)
  }

  @Test("a person may try a failed step again at once")
  func retries() async throws {
    let shop = try Workshop()
    let step = shop.step("a", "test -e ready || { touch ready; exit 1; }")
    let (_, result) = try await shop.run(
      [step], on: TestTerminal(answers: ["", "r"]), options: Workshop.options(yes: false))
    #expect(result == .completed)
  }

  @Test("an error in the middle of a script or of a pipe ends it", arguments: ["false", "false | cat", "echo $unset"])
  func strictShell(line: String) async throws {
    let shop = try Workshop()
    let (_, result) = try await shop.run([shop.step("a", "\(line)\necho after >> log")])
    #expect(result == .failed)
    #expect(shop.read("log").isEmpty)
  }

  @Test("a command that reads its input does not eat the script")
  func inputIsEmpty() async throws {
    let shop = try Workshop()
    let (_, result) = try await shop.run([shop.step("a", "cat > copy\necho after >> log")])
    #expect(result == .completed)
    #expect(shop.read("log") == "after\n")
    #expect(shop.read("copy").isEmpty)
  }

  @Test("a script that is cut short runs not at all")
  func brokenScript() async throws {
    let shop = try Workshop()
    let (_, result) = try await shop.run([shop.step("a", "echo a >> log\nif true; then")])
    #expect(result == .failed)
    #expect(shop.read("log").isEmpty)
  }

  @Test("output of both streams arrives whole and in order, its last part in the journal")
  func output() async throws {
    let shop = try Workshop()
    let terminal = TestTerminal()
    let script = "for i in $(seq 1 20000); do echo out-$i; echo err-$i >&2; done"
    let (id, _) = try await shop.run([shop.step("a", script)], on: terminal)
    #expect(terminal.output == (1...20_000).map { "out-\($0)\nerr-\($0)\n" }.joined())
    guard case .stepOutcome(let ended) = try shop.folder.journal(of: id).records[3].event else {
      Issue.record("no outcome")
      return
    }
    #expect(ended.outcome.tail.hasSuffix("out-20000\nerr-20000\n"))
    #expect(ended.outcome.tail.utf8.count == 4_096)
  }

  @Test("a step that runs out of time is ended with everything it started, also what ignores the request")
  func timeout() async throws {
    let shop = try Workshop()
    let script = "(trap '' TERM; echo $BASHPID > child; while true; do sleep 0.1; done) &\necho $$ > leader\nwait"
    let (id, result) = try await shop.run([shop.step("a", script, timeout: 500)])
    #expect(result == .failed)
    for name in ["leader", "child"] {
      let pid = try #require(Int32(shop.read(name).trimmingCharacters(in: .whitespacesAndNewlines)))
      #expect(ProcessIdentity(of: pid, group: pid) == nil, "\(name) still runs")
    }
    guard case .unknown(let open) = try shop.state(id)["a"] else {
      Issue.record("not unknown")
      return
    }
    #expect(open.outcome?.result == .timedOut)
  }

  @Test("a process that a finished step leaves behind on purpose is left alone")
  func background() async throws {
    let shop = try Workshop()
    let (_, result) = try await shop.run([shop.step("a", "sleep 3600 >/dev/null 2>&1 & echo $! > pid")])
    #expect(result == .completed)
    let pid = try #require(Int32(shop.read("pid").trimmingCharacters(in: .whitespacesAndNewlines)))
    let process = try #require(ProcessIdentity(of: pid, group: 0))
    #expect(await process.end())
  }

  @Test("a check after a step decides whether it was done")
  func checks() async throws {
    let shop = try Workshop()
    let (id, result) = try await shop.run([shop.step("a", "true", check: "test -e ready")])
    #expect(result == .failed)
    try shop.write("ready", "")
    #expect(try await shop.resume(id) == .completed)
  }

  @Test("--from skips what stands before")
  func from() async throws {
    let shop = try Workshop()
    var options = Workshop.options()
    options.from = "b"
    let (id, result) = try await shop.run(
      [shop.step("a", "echo a >> log"), shop.step("b", "echo b >> log")], options: options)
    #expect(result == .completed)
    #expect(shop.read("log") == "b\n")
    #expect(try shop.state(id)["a"] == .skipped(reason: "the run was begun at 'b'"))
  }

  @Test("an unknown step, input or run is refused with what may have been meant")
  func unknownNames() async throws {
    let shop = try Workshop()
    var options = Workshop.options()
    options.from = "snapshto"
    let wrongStep = options
    let refusal = await #expect(throws: RunRefusal.self) {
      try await shop.run([shop.step("snapshot", "true")], options: wrongStep)
    }
    #expect(refusal?.description == "the runbook has no step 'snapshto'; did you mean 'snapshot'?")
    await #expect(throws: RunRefusal.self) { try await shop.run([], inputs: ["node": "a"]) }
    await #expect(throws: RunRefusal.self) { try await shop.resume("../../etc/passwd") }
  }

  @Test("a dry run shows commands, hosts and gates, and runs nothing")
  func preview() throws {
    let shop = try Workshop()
    var host = PlannedText()
    host.append(.input("node"))
    var far = PlannedStep(
      id: "b", title: PlannedText("Far away"), kind: .work(.bash("uptime", host: host, timeout: 60_000)))
    far.note = "Mind the gap."
    let plan = shop.plan(
      [
        shop.step("a", "echo a >> log", check: "test -e log"), far,
        PlannedStep(id: "c", title: PlannedText("Sure?"), kind: .confirm(PlannedText("Is it drained?"))),
      ], inputs: [RunbookInput(name: "node", description: "which one")])
    let terminal = TestTerminal()
    try RunPreview(plan, inputs: [:]).show(terminal.show(_:))
    for line in [
      "echo a >> log", "Checks:", "Mind the gap.", "Runs on <node>, at most 1m:", "uptime", "To confirm:",
      "Is it drained?", "Input node: which one",
    ] { #expect(terminal.text.contains(line), "\(line)") }
    #expect(!shop.exists("log"))
    #expect(throws: RunRefusal.self) { try RunPreview(plan, inputs: ["node": "a;b"]) }
  }
}
