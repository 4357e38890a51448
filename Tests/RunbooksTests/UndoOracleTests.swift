import Foundation
import Testing

@testable import Runbooks

/// Generated runbooks, struck at each of their steps in turn; a plain reading of the steps says what must be taken back.
///
/// `UNDO_RUNBOOKS=500` in the environment makes more of them.
@Suite("Whatever a runbook is made of, what was done is taken back, and nothing else")
struct UndoOracleTests {
  static let seeds = 1...(ProcessInfo.processInfo.environment["UNDO_RUNBOOKS"].flatMap(Int.init) ?? 50)

  /// What the world, and the journal, say of a run that was taken back.
  struct Outcome {
    /// What had its effect, before anything was taken back.
    var done: Set<String>
    /// What nobody can tell about: begun, not seen to end, and without a check.
    var unsettled: Set<String> = []
    var undone: [String]
    var counts: [String: Int]
    var result: RunResult
    var state: RunState
  }

  static func plan(_ shop: Workshop, _ runbook: GeneratedRunbook) -> RunbookPlan {
    var plan = shop.plan(runbook.steps)
    plan.steadyState = SteadyState([.init(id: "api", title: PlannedText("it is well"), work: .bash("true"))])
    return plan
  }

  /// Holds what happened against what the steps say.
  static func compare(_ outcome: Outcome, _ walk: NaiveWalk, _ runbook: GeneratedRunbook, _ place: String) {
    let steps = Dictionary(uniqueKeysWithValues: RunbookPlan.flat(runbook.steps).map { ($0.id, $0) })
    let undoable = outcome.done.subtracting(outcome.unsettled).filter { steps[StepKey($0).id]?.undo != nil }
    #expect(outcome.result == .undone, "\(place)")
    #expect(Set(outcome.undone) == undoable && outcome.undone.count == undoable.count, "\(place)")
    for key in outcome.done.union(outcome.undone) {
      #expect(outcome.counts[key] == (undoable.contains(key) ? 0 : 1), "\(place): \(key)")
    }
    let left = outcome.done.union(outcome.unsettled).subtracting(undoable)
    #expect(Set(outcome.state.undoEnd?.left ?? []) == left, "\(place)")
    #expect(outcome.state.undoEnd?.undone == outcome.undone, "\(place)")
    let slot = Dictionary(
      uniqueKeysWithValues: walk.slots.enumerated().flatMap { at, slot in slot.keys.map { ($0, at) } })
    let places = outcome.undone.map { slot[$0] ?? .max }
    #expect(zip(places, places.dropFirst()).allSatisfy { $0 >= $1 }, "\(place): \(outcome.undone)")
    #expect(outcome.state.steady[.afterUndo]?.held == true, "\(place)")
  }

  @Test("a failure or an interruption at any step", arguments: seeds, [NaiveWalk.Blow.failure, .interruption])
  func struck(seed: Int, blow: NaiveWalk.Blow) async throws {
    let runbook = GeneratedRunbook(seed)
    for key in NaiveWalk(runbook.steps, failing: runbook.failing).keys {
      let shop = try Workshop(inMemory: true)
      let walk = NaiveWalk(runbook.steps, failing: runbook.failing, struck: key, by: blow)
      let world =
        blow == .failure
        ? CountedWorld(failing: runbook.failing.union([key])) : CountedWorld(failing: runbook.failing, stuck: key)
      let run = try await Run.start(
        Self.plan(shop, runbook), inputs: [:], in: shop.folder, on: TestTerminal(),
        options: EveryLineTests.options(world, undoing: true))
      let task = Task { try await run.go() }
      if blow == .interruption {
        for await _ in world.reached.stream {}
        task.cancel()
      }
      let result = try await task.value
      let place = "runbook \(seed), \(blow) at '\(key)'"
      for slot in walk.slots where slot.isCertain {
        #expect(slot.keys.allSatisfy(world.done.contains), "\(place)")
      }
      #expect(Set(world.done).isSubset(of: walk.keys), "\(place)")
      guard walk.isStruck else {
        #expect(result == .completed && world.undone.isEmpty, "\(place)")
        continue
      }
      let state = try shop.state(run.id)
      let unsettled = state.steps.filter { if case .unknown = $0.value { true } else { false } }.keys
      Self.compare(
        Outcome(
          done: Set(world.done), unsettled: Set(unsettled), undone: world.undone, counts: world.counts, result: result,
          state: state), walk, runbook, place)
    }
  }

  @Test("a kill at any step, and the undo of the killed run", arguments: seeds, [true, false])
  func killed(seed: Int, eager: Bool) async throws {
    let runbook = GeneratedRunbook(seed)
    let shop = try Workshop(inMemory: true)
    let (id, result) = try await shop.run(
      [], options: EveryLineTests.options(CountedWorld(failing: runbook.failing)), plan: Self.plan(shop, runbook))
    #expect(result == .completed, "runbook \(seed)")
    let walk = NaiveWalk(runbook.steps, failing: runbook.failing)
    for (line, record) in try shop.folder.journal(of: id).records.enumerated() {
      guard case .stepSpawned(let spawned) = record.event, spawned.part == .action,
        !runbook.failing.contains(spawned.step)
      else { continue }
      var (folder, effects) = try EveryLineTests.cut(line + 1, of: id, in: shop, eager: eager)
      for key in runbook.failing { effects[key] = nil }
      let world = CountedWorld(effects, failing: runbook.failing)
      var options = EveryLineTests.options(world)
      options.takesBack = true
      let run = try await Run.resume(id, in: folder, on: TestTerminal(), options: options)
      let result = try await run.go()
      let state = RunState(try folder.journal(of: id).records)
      let unsettled = state.steps.filter { if case .unknown = $0.value { true } else { false } }.keys
      Self.compare(
        Outcome(
          done: Set(effects.keys), unsettled: Set(unsettled), undone: world.undone, counts: world.counts,
          result: result, state: state), walk, runbook, "runbook \(seed), killed at '\(spawned.step)', \(eager)")
    }
  }
}
