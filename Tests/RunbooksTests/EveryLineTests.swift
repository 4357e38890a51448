import Foundation
import Testing

@testable import Runbooks

@Suite("Killed at every line of a journal")
struct EveryLineTests {
  static func step(_ id: String, _ change: (inout PlannedStep) -> Void = { _ in }) -> PlannedStep {
    .script(id) { step in
      (step.check, step.undo, step.undoCheck) = (.bash("true"), .bash("true"), .bash("true"))
      change(&step)
    }
  }

  /// A loop, a parallel group, a branch, a sub-runbook and a clean-up.
  static let steps: [PlannedStep] = [
    step("first") { $0.guards = [StepGuard(.require, .work(.bash("true")))] },
    step("loop") { $0.loop = Loop(over: ["x", "y", "z"].map { PlannedText($0) }, concurrency: 2) },
    step("left") { $0.parallel = "both" }, step("right") { ($0.parallel, $0.precondition) = ("both", .bash("true")) },
    .of("way", .branch(Branch([.init(when: .mode(.real), goTo: "sub")]))), step("never"),
    .of(
      "sub",
      .runbook(
        SubRunbook(PlannedText("x/y"), steps: [step("sub/a"), step("sub/b") { $0.captures = [Capture("version")] }]))),
    step("last"), step("sweep") { $0.phase = .cleanUp },
  ]

  static let keys = ["first", "loop[x]", "loop[y]", "loop[z]", "left", "right", "sub/a", "sub/b", "last"]

  /// The first lines of a run's journal as the journal of a killed run, and what had its effect by then.
  ///
  /// - Parameters:
  ///   - count: How many lines.
  ///   - id: The run.
  ///   - shop: Where it is.
  ///   - eager: Whether a process that was started had its effect at once; if not, only those that were seen to end had.
  /// - Returns: The folder of the killed run, and how often each step had had its effect.
  /// - Throws: What reading and writing throws.
  static func cut(
    _ count: Int, of id: String, in shop: Workshop, eager: Bool
  ) throws -> (folder: RunFolder, effects: [String: Int]) {
    let folder = RunFolder("\(shop.path)/cut-\(count)-\(eager)")
    try folder.make()
    let lines = try shop.folder.journalBytes(of: id).split(separator: UInt8(ascii: "\n")).prefix(count)
    let bytes = Data(lines.flatMap { Array($0) + [UInt8(ascii: "\n")] })
    try bytes.write(to: URL(fileURLWithPath: folder.journalPath(id)))
    try FileManager.default.copyItem(atPath: shop.folder.planPath(id), toPath: folder.planPath(id))
    var effects: [String: Int] = [:]
    for record in JournalReading(Array(bytes)).records {
      switch record.event {
      case .stepSpawned(let spawned) where eager:
        if spawned.part == .action { effects[spawned.step, default: 0] += 1 }
        if spawned.part == .undo { effects[spawned.step, default: 0] -= 1 }
      case .stepOutcome(let ended) where !eager && ended.outcome.result == .succeeded:
        if ended.part == .action { effects[ended.step, default: 0] += 1 }
        if ended.part == .undo { effects[ended.step, default: 0] -= 1 }
      default: break
      }
    }
    return (folder, effects)
  }

  static func options(_ world: CountedWorld, undoing: Bool = false) -> RunOptions {
    var options = Workshop.options()
    options.runner = world
    options.undoesOnFailure = undoing
    return options
  }

  @Test("every step has its effect once, wherever the run was killed", arguments: [true, false])
  func effects(eager: Bool) async throws {
    let shop = try Workshop(inMemory: true)
    let (id, result) = try await shop.run(Self.steps, options: Self.options(CountedWorld()))
    #expect(result == .completed)
    let count = try shop.folder.journal(of: id).records.count
    #expect(count > 60)
    for line in 1..<count {
      let (folder, effects) = try Self.cut(line, of: id, in: shop, eager: eager)
      let world = CountedWorld(effects)
      let run = try await Run.resume(id, in: folder, on: TestTerminal(), options: Self.options(world))
      #expect(try await run.go() == .completed, "killed after line \(line)")
      let once = Dictionary(uniqueKeysWithValues: (Self.keys + ["sweep"]).map { ($0, 1) })
      #expect(world.counts == once, "killed after line \(line)")
      #expect(try folder.journal(of: id).isComplete, "killed after line \(line)")
    }
  }

  @Test(
    "what was done is taken back once, wherever the run was killed, also in the middle of an undo",
    arguments: [
      true, false,
    ])
  func undo(eager: Bool) async throws {
    let shop = try Workshop(inMemory: true)
    let (id, result) = try await shop.run(
      Self.steps, options: Self.options(CountedWorld(failing: ["last"]), undoing: true))
    #expect(result == .undone)
    let count = try shop.folder.journal(of: id).records.count
    for line in 1..<count {
      var (folder, effects) = try Self.cut(line, of: id, in: shop, eager: eager)
      effects["last"] = nil
      let world = CountedWorld(effects, failing: ["last"])
      let run = try await Run.resume(id, in: folder, on: TestTerminal(), options: Self.options(world, undoing: true))
      #expect(try await run.go() == .undone, "killed after line \(line)")
      #expect(world.counts.filter { $0.key != "sweep" }.values.allSatisfy { $0 == 0 }, "killed after line \(line)")
      #expect(world.counts["sweep"] == 1, "killed after line \(line)")
    }
  }

  @Test("without a check nothing that may have been done is done again", arguments: [true, false])
  func neverSilently(eager: Bool) async throws {
    let shop = try Workshop(inMemory: true)
    let steps = Self.steps.map { step in
      var step = step
      step.check = nil
      if case .runbook(var sub) = step.kind {
        for index in sub.steps.indices { sub.steps[index].check = nil }
        step.kind = .runbook(sub)
      }
      return step
    }
    let (id, _) = try await shop.run(steps, options: Self.options(CountedWorld()))
    let count = try shop.folder.journal(of: id).records.count
    var stopped = 0
    for line in 1..<count {
      let (folder, effects) = try Self.cut(line, of: id, in: shop, eager: eager)
      let world = CountedWorld(effects)
      let run = try await Run.resume(id, in: folder, on: TestTerminal(), options: Self.options(world))
      let result = try await run.go()
      #expect(result == .completed || result == .stopped, "killed after line \(line)")
      #expect(world.counts.values.allSatisfy { $0 == 1 }, "killed after line \(line)")
      if result == .stopped { stopped += 1 }
    }
    #expect(stopped > 8)
  }
}
