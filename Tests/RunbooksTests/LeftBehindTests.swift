import Testing

@testable import Runbooks

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

@Suite("Left behind in a loop, in an undo, by a signal")
struct LeftBehindTests {
  /// Runs the probe until a file says so, then sends it a signal; gives the run.
  static func signal(
    _ number: Int32, to steps: [PlannedStep], in shop: Workshop, once sign: String, flags: [String] = []
  ) async throws -> String {
    try shop.write("plan.json", String(decoding: shop.plan(steps).bytes, as: UTF8.self))
    try await KillTests.probe(flags + ["\(shop.path)/plan.json", shop.folder.path]) { pid in
      try await shop.wait(for: sign, in: "progress")
      kill(pid, number)
    }
    return try #require(try shop.folder.runs().first)
  }

  static func processes(_ shop: Workshop, _ id: String) throws -> [ProcessIdentity] {
    try shop.state(id).processes.map(\.process)
  }

  @Test("each of several items that were open is settled, and none is done twice")
  func loop() async throws {
    let shop = try Workshop()
    var item = PlannedText("cd \(shop.path)\nname=")
    item.append(.item)
    item.append("\necho begun-$name >> progress; until [ -e go ]; do sleep 0.02; done; echo $name >> effects")
    var check = PlannedText("cd \(shop.path)\ngrep -qx ")
    check.append(.item)
    check.append(" effects")
    let step = PlannedStep.of("a", .work(Work(.script(item)))) { step in
      step.loop = Loop(over: ["x", "y", "z"].map { PlannedText($0) }, concurrency: 2)
      step.check = Work(.script(check))
    }
    let id = try await Self.signal(SIGKILL, to: [step], in: shop, once: "begun-y")
    try await shop.wait(for: "begun-x", in: "progress")
    #expect(try Self.processes(shop, id).filter(\.isAlive).count == 2)
    // Nobody is there: nothing is done beside what is still at work.
    #expect(try await shop.resume(id) == .stopped)
    try shop.write("go", "")
    for process in try Self.processes(shop, id) {
      while process.isAlive { try await Task.sleep(for: .milliseconds(5)) }
    }
    #expect(try await shop.resume(id) == .completed)
    #expect(shop.read("effects").split(separator: "\n").sorted() == ["x", "y", "z"])
  }

  /// Three steps with undos; the second undo that is carried out waits until the file `go` is there, the last step fails.
  static func undoable(_ shop: Workshop) -> [PlannedStep] {
    var steps = ["a", "b", "c"].map { id in
      var step = shop.step(id, "echo \(id) >> effects")
      step.undo = .bash("cd \(shop.path)\necho undo-\(id) >> effects")
      step.undoCheck = .bash("cd \(shop.path)\ngrep -qx undo-\(id) effects")
      return step
    }
    steps[1].undo = .bash(
      "cd \(shop.path)\necho undoing >> progress; until [ -e go ]; do sleep 0.02; done; echo undo-b >> effects")
    steps.append(shop.step("d", "exit 1"))
    return steps
  }

  static let undone = "a\nb\nc\nundo-c\nundo-b\nundo-a\n"

  @Test("killed in the middle of an undo, a run goes on undoing, and undoes nothing twice")
  func undo() async throws {
    let shop = try Workshop()
    let id = try await Self.signal(
      SIGKILL, to: Self.undoable(shop), in: shop, once: "undoing", flags: ["--undo"])
    #expect(try shop.state(id).undoing?.steps == ["c", "b", "a"])
    #expect(try await shop.resume(id) == .stopped)
    try shop.write("go", "")
    try await shop.wait(for: "undo-b", in: "effects")
    for process in try Self.processes(shop, id) {
      while process.isAlive { try await Task.sleep(for: .milliseconds(5)) }
    }
    #expect(try await shop.resume(id) == .undone)
    #expect(shop.read("effects") == Self.undone)
  }

  @Test("the undo that was left behind is waited for where the person wants that")
  func waits() async throws {
    let shop = try Workshop()
    let id = try await Self.signal(
      SIGKILL, to: Self.undoable(shop), in: shop, once: "undoing", flags: ["--undo"])
    try shop.write("go", "")
    #expect(try await shop.resume(id, on: TestTerminal(answers: ["w"])) == .undone)
    #expect(shop.read("effects") == Self.undone)
  }

  @Test(
    "a signal ends the step that runs and stops in order; with --undo-on-failure what was done is taken back",
    arguments: [SIGINT, SIGTERM, SIGHUP])
  func signals(number: Int32) async throws {
    for flags in [[], ["--undo"]] {
      let shop = try Workshop()
      var first = shop.step("a", "echo a >> effects")
      first.undo = .bash("cd \(shop.path)\necho undone >> effects")
      let second = shop.step("b", "echo begun >> progress; until [ -e go ]; do sleep 0.02; done; echo b >> effects")
      let id = try await Self.signal(number, to: [first, second], in: shop, once: "begun", flags: flags)
      let state = try shop.state(id)
      #expect(state.end?.result == (flags.isEmpty ? .interrupted : .undone))
      #expect(shop.read("effects") == (flags.isEmpty ? "a\n" : "a\nundone\n"))
      #expect(state.processes.allSatisfy { !$0.process.isAlive })
    }
  }
}
