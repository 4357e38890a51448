import Foundation
import Synchronization

@testable import Runbooks

/// A world in which each step has one effect that can be counted, and processes that are gone when they are looked for.
final class CountedWorld: WorkRunner {
  private struct State {
    var counts: [String: Int]
    var done: [String] = []
    var undone: [String] = []
  }

  private let state: Mutex<State>
  private let failing: Set<String>
  private let stuck: String?
  /// Has an element, and its end, once the step that never ends has begun.
  let reached = AsyncStream.makeStream(of: Void.self)

  /// Makes a world.
  ///
  /// - Parameters:
  ///   - effects: What has happened already.
  ///   - failing: The steps that fail, without an effect.
  ///   - stuck: The step that goes on until it is ended, without an effect.
  init(_ effects: [String: Int] = [:], failing: Set<String> = [], stuck: String? = nil) {
    state = Mutex(State(counts: effects))
    self.failing = failing
    self.stuck = stuck
  }

  /// How often each step had its effect, less how often it was taken back.
  var counts: [String: Int] { state.withLock { $0.counts } }
  /// The steps that had their effect here, in that order.
  var done: [String] { state.withLock { $0.done } }
  /// The steps that were taken back here, in that order.
  var undone: [String] { state.withLock { $0.undone } }

  static func gone() throws -> ProcessIdentity {
    try JSONDecoder().decode(
      ProcessIdentity.self, from: Data(#"{"pid": 4194303, "group": 4194303, "started": "no boot/1"}"#.utf8))
  }

  func run(
    _ work: Work<String>, at place: WorkPlace, sink: OutputSink,
    spawned: @escaping @Sendable (ProcessIdentity) async throws -> Void
  ) async throws -> WorkResult {
    try await spawned(try Self.gone())
    if place.step == stuck, place.part == .action {
      reached.continuation.yield()
      reached.continuation.finish()
      while !Task.isCancelled { await Task.yield() }
      return WorkResult(ScriptOutcome(result: .interrupted, milliseconds: 0, tail: ""), output: [])
    }
    let isGood = state.withLock { Self.happens(place, in: &$0, failing) }
    var outcome = ScriptOutcome(result: isGood ? .succeeded : .failed, milliseconds: 0, tail: "")
    outcome.exitCode = isGood ? 0 : 1
    return WorkResult(outcome, output: Array("v1".utf8))
  }

  private static func happens(_ place: WorkPlace, in state: inout State, _ failing: Set<String>) -> Bool {
    switch place.part {
    case .action:
      if failing.contains(place.step) { return false }
      state.counts[place.step, default: 0] += 1
      state.done.append(place.step)
      return true
    case .undo:
      state.counts[place.step, default: 0] -= 1
      state.undone.append(place.step)
      return true
    case .check: return state.counts[place.step] == 1
    case .undoCheck: return state.counts[place.step] == 0
    case .precondition, .skipIf, .onlyIf, .require, .steady, .shell: return true
    }
  }
}
