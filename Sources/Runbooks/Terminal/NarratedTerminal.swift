import Synchronization

/// A terminal that tells a run in full sentences, for people who listen to it: no lists, no columns, nothing is drawn.
public final class NarratedTerminal: RunTerminal {
  private let plain: PlainTerminal
  private let titles = Mutex<[String: String]>([:])
  private let usual: [String: Int]

  /// Tells on the process's own streams, or on another terminal.
  ///
  /// - Parameters:
  ///   - console: Where it is told.
  ///   - usual: How long steps usually take, in milliseconds, by their keys.
  public init(_ console: any RunTerminal = ConsoleTerminal(), usual: [String: Int] = [:]) {
    plain = PlainTerminal(console)
    self.usual = usual
  }

  /// Whether a person is there to answer.
  public var isInteractive: Bool { plain.isInteractive }

  /// Shows a line without indentation; empty lines and the counters of steps, which are told as sentences, are left out.
  public func show(_ line: String) {
    let words = line.trimmed
    guard !words.isEmpty, !Self.isCounter(words) else { return }
    plain.show(String(words))
  }

  /// Shows output line by line.
  public func write(_ bytes: [UInt8]) { plain.write(bytes) }

  /// Asks for one line.
  public func ask(_ question: String) async -> String? {
    let words = question.trimmed
    return await plain.ask((words.hasSuffix(":") ? "\(words.dropLast())? " : "\(words) "))
  }

  /// Tells what happened.
  public func take(_ event: RunEvent) {
    plain.take(event)
    if let sentence = sentence(event) { plain.show(sentence) }
  }

  private func sentence(_ event: RunEvent) -> String? {
    switch event {
    case .began(let run, let plan, _):
      titles.withLock { titles in
        for step in plan.allSteps { titles[step.id] = step.title.description }
      }
      return "The run \(run) has \(plan.allSteps.count) steps."
    case .introduced(let step, let number, let count):
      return "Step \(number) of \(count): \(title(step))."
    case .pausing(let step, let milliseconds):
      return "\(title(step)): nothing happens for \(Self.spoken(milliseconds))."
    case .journaled(let event): return sentence(event)
    case .asking: return nil
    }
  }

  private func sentence(_ event: JournalEvent) -> String? {
    switch event {
    case .stepIntent(let intent):
      guard intent.part == .action else { return nil }
      let place = intent.host.map { " on \($0)" } ?? ""
      let usual = usual[intent.step].map { " It usually takes \(Self.spoken($0))." } ?? ""
      return "\(title(intent.step)) begins\(place).\(usual)"
    case .stepOutcome(let ended): return "\(title(ended.step)): \(Self.words(ended.part))\(Self.end(ended.outcome))."
    case .stepSkipped(let skipped): return "\(title(skipped.step)) is skipped, because \(skipped.reason)."
    case .steady(let steady):
      return steady.held
        ? "The steady state holds." : "The steady state does not hold: \(steady.deviations.joined(separator: ", "))."
    case .undoBegin(let begin): return "What was done is taken back: \(begin.steps.count) steps."
    case .undoEnd(let end):
      return end.left.isEmpty ? "All is taken back." : "\(end.left.count) steps are not taken back."
    case .runEnd(let end): return "The run is \(end.result.rawValue)\(end.step.map { " at \(title($0))" } ?? "")."
    case .runStart, .runResume, .lock, .stepSpawned, .stepCaptured, .stepAsserted, .stepJoined, .stepSettled,
      .stepBranched, .stepJumped, .gate, .approvalAsked, .approvalGiven, .note:
      return nil
    }
  }

  private func title(_ key: String) -> String {
    let title = titles.withLock { $0[StepKey(key).id] } ?? key
    return StepKey(key).item.map { "\(title), for \($0)" } ?? title
  }

  private static func words(_ part: StepPart) -> String {
    switch part {
    case .action: ""
    case .check: "the check "
    case .undo: "taking it back "
    case .undoCheck: "the check of taking it back "
    case .precondition, .skipIf, .onlyIf, .require: "what is looked at before it "
    case .shell: "the shell "
    case .steady: "a look at the steady state "
    }
  }

  private static func end(_ outcome: ScriptOutcome) -> String {
    switch outcome.result {
    case .succeeded: "succeeded after \(spoken(outcome.milliseconds))"
    case .failed: outcome.exitCode.map { "failed with exit code \($0)" } ?? "failed"
    case .timedOut: "was ended, because its time was over"
    case .interrupted: "was interrupted"
    }
  }

  /// A duration in words.
  private static func spoken(_ milliseconds: Int) -> String {
    let seconds = milliseconds / 1_000
    switch seconds {
    case 0: return "less than a second"
    case 1: return "one second"
    case 2..<120: return "\(seconds) seconds"
    case 120..<7_200: return "\(seconds / 60) minutes"
    default: return "\(seconds / 3_600) hours"
    }
  }

  /// Whether a line begins as `[2/7] `, which the sentence of the step says already.
  private static func isCounter(_ line: Substring) -> Bool {
    guard line.hasPrefix("["), let close = line.firstIndex(of: "]") else { return false }
    let parts = line[line.index(after: line.startIndex)..<close].split(separator: "/", omittingEmptySubsequences: false)
    return parts.count == 2 && parts.allSatisfy { Int($0) != nil }
  }
}
