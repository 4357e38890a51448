import Foundation
import Subprocess
import Testing

@testable import Runbooks

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

@Suite("Killed and resumed")
struct KillTests {
  /// Starts the probe and does something while it runs; returns when the probe has ended.
  static func probe(
    _ arguments: [String], meanwhile: @escaping @Sendable (pid_t) async throws -> Void
  ) async throws {
    let result = try await Subprocess.run(
      .name("env"), arguments: Arguments([try Probe.path] + arguments), input: .none, output: .discarded,
      error: .discarded
    ) { execution in
      try await meanwhile(execution.processIdentifier.value)
    }
    _ = result.terminationStatus
  }

  /// Four steps; the third waits until the file `go` is there.
  static func steps(_ shop: Workshop, check: Bool) -> [PlannedStep] {
    let third = "echo begun >> progress; until [ -e go ]; do sleep 0.02; done; echo c >> effects"
    return [
      shop.step("a", "echo a >> effects"), shop.step("b", "echo b >> effects"),
      shop.step("c", third, check: check ? "grep -qx c effects" : nil), shop.step("d", "echo d >> effects"),
    ]
  }

  /// Kills a run with signal 9 in its third step.
  static func killed(_ shop: Workshop, check: Bool) async throws -> String {
    let plan = shop.plan(steps(shop, check: check))
    try shop.write("plan.json", String(decoding: plan.bytes, as: UTF8.self))
    try await probe(["\(shop.path)/plan.json", shop.folder.path]) { pid in
      try await shop.wait(for: "begun", in: "progress")
      kill(pid, SIGKILL)
    }
    let id = try #require(try shop.folder.runs().first)
    guard case .unknown(let open) = try shop.state(id)["c"] else {
      Issue.record("the step is not unknown")
      return id
    }
    #expect(open.process?.isAlive == true)
    return id
  }

  @Test("the child that was left behind is waited for, its check settles the step, and every effect happens once")
  func waits() async throws {
    let shop = try Workshop()
    let id = try await Self.killed(shop, check: true)
    try shop.write("go", "")
    let terminal = TestTerminal(answers: ["w"])
    #expect(try await shop.resume(id, on: terminal) == .completed)
    #expect(shop.read("effects") == "a\nb\nc\nd\n")
    #expect(shop.read("progress") == "begun\n")
    #expect(try shop.folder.journal(of: id).isComplete)
  }

  @Test("the child that was left behind is ended, the check says not done, and every effect happens once")
  func ends() async throws {
    let shop = try Workshop()
    let id = try await Self.killed(shop, check: true)
    let terminal = TestTerminal(answers: ["e"])
    async let resumed = shop.resume(id, on: terminal)
    try await shop.wait(for: "begun\nbegun", in: "progress")
    try shop.write("go", "")
    #expect(try await resumed == .completed)
    #expect(shop.read("effects") == "a\nb\nc\nd\n")
  }

  @Test("without a check the person decides; nobody there, nothing is run again")
  func asksPerson() async throws {
    let shop = try Workshop()
    let id = try await Self.killed(shop, check: false)
    let nobody = TestTerminal()
    #expect(try await shop.resume(id, on: nobody) == .stopped)
    #expect(nobody.text.contains("still runs"))
    try shop.write("go", "")
    try await shop.wait(for: "c", in: "effects")
    #expect(try await shop.resume(id, on: TestTerminal()) == .stopped)
    #expect(shop.read("effects") == "a\nb\nc\n")
    #expect(try await shop.resume(id, on: TestTerminal(answers: ["d"])) == .completed)
    #expect(shop.read("effects") == "a\nb\nc\nd\n")
  }

  @Test("while a child of a killed run is alive, a new run of the runbook is refused")
  func newRunBesideOrphan() async throws {
    let shop = try Workshop()
    let id = try await Self.killed(shop, check: true)
    let refusal = await #expect(throws: RunRefusal.self) { try await shop.run([shop.step("a", "true")]) }
    #expect(refusal?.description.contains("--resume \(id)") == true)
    #expect(try await shop.resume(id, on: TestTerminal(answers: ["e", "q"]), yes: false) == .stopped)
  }

  @Test(
    "an interruption ends the child, is in the journal, and leaves a run that can be resumed",
    arguments: [SIGINT, SIGTERM])
  func interrupted(number: Int32) async throws {
    let shop = try Workshop()
    let plan = shop.plan(Self.steps(shop, check: true))
    try shop.write("plan.json", String(decoding: plan.bytes, as: UTF8.self))
    try await Self.probe(["\(shop.path)/plan.json", shop.folder.path]) { pid in
      try await shop.wait(for: "begun", in: "progress")
      kill(pid, number)
    }
    let id = try #require(try shop.folder.runs().first)
    #expect(try shop.state(id).end?.result == .interrupted)
    guard case .unknown(let open) = try shop.state(id)["c"] else {
      Issue.record("the step is not unknown")
      return
    }
    #expect(open.outcome?.result == .interrupted)
    #expect(open.process?.isAlive == false)
    try shop.write("go", "")
    #expect(try await shop.resume(id) == .completed)
    #expect(shop.read("effects") == "a\nb\nc\nd\n")
  }

  @Test("killed after each kind of line in turn, a run loses no step and repeats none")
  func manyMoments() async throws {
    let shop = try Workshop()
    let names = (1...12).map { "s\($0)" }
    // Each step waits for its permit, so that a run on a busy machine cannot outrun the one who kills it.
    let plan = shop.plan(
      names.map {
        shop.step(
          $0, "until [ -e permit-\($0) ]; do sleep 0.01; done; echo \($0) >> effects", check: "grep -qx \($0) effects")
      })
    try shop.write("plan.json", String(decoding: plan.bytes, as: UTF8.self))
    var kills = 0
    for more in [1, 2, 3, 4, 5, 2, 3, 4, 5, 6] {
      let id = try shop.folder.runs().first
      let lines = try Self.lines(shop)
      try await Self.probe((id.map { ["--resume", $0] } ?? ["\(shop.path)/plan.json"]) + [shop.folder.path]) { pid in
        while try Self.lines(shop) < lines + more, getpgid(pid) > 0 {
          try Self.permitNextStep(shop)
          try await Task.sleep(for: .milliseconds(1))
        }
        kill(pid, SIGKILL)
      }
      kills += 1
      let state = try shop.state(try #require(try shop.folder.runs().first))
      if case .some(.completed) = state.end?.result { break }
      // A child of the killed run may still be at work; without a person the next resume would stop there.
      try Self.permitNextStep(shop)
      for name in names {
        guard case .unknown(let open) = state[name] else { continue }
        while open.process?.isAlive == true { try await Task.sleep(for: .milliseconds(5)) }
      }
    }
    for name in names { try shop.write("permit-\(name)", "") }
    #expect(kills > 3)
    let id = try #require(try shop.folder.runs().first)
    if try shop.state(id).end?.result != .completed { #expect(try await shop.resume(id) == .completed) }
    #expect(shop.read("effects") == names.map { "\($0)\n" }.joined())
    #expect(try shop.folder.journal(of: id).isComplete)
  }

  /// Lets the first step that has not had its effect go on.
  private static func permitNextStep(_ shop: Workshop) throws {
    try shop.write("permit-s\(shop.read("effects").count { $0 == "\n" } + 1)", "")
  }

  /// How many lines the one journal of a workshop has.
  private static func lines(_ shop: Workshop) throws -> Int {
    try shop.folder.runs().first.map { try shop.folder.journalBytes(of: $0).count { $0 == UInt8(ascii: "\n") } } ?? 0
  }

  @Test("on a full disk no step begins without its intent on disk, and the run goes on when there is room")
  func fullDisk() async throws {
    let shop = try Workshop()
    let names = (1...8).map { "s\($0)" }
    let plan = shop.plan(
      names.map { shop.step($0, "seq 1000; echo \($0) >> effects", check: "grep -qx \($0) effects") })
    try shop.write("plan.json", String(decoding: plan.bytes, as: UTF8.self))
    let limited = "trap '' XFSZ; ulimit -f 12; exec \(try Probe.path) \(shop.path)/plan.json \(shop.folder.path)"
    let result = try await Subprocess.run(
      .name("bash"), arguments: ["-c", limited], output: .discarded, error: .string(limit: 1 << 20))
    #expect(!result.terminationStatus.isSuccess)
    #expect(result.standardError.contains("File too large"))
    let id = try #require(try shop.folder.runs().first)
    let started = try shop.state(id).attempts.keys.count { $0.part == .action }
    let effects = shop.read("effects").split(separator: "\n").count
    #expect(effects > 0 && effects < names.count && effects <= started)
    #expect(try await shop.resume(id) == .completed)
    #expect(shop.read("effects") == names.map { "\($0)\n" }.joined())
  }
}
