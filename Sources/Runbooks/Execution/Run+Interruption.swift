#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What signals have said to a run.
struct Interruption {
  /// What is going on, to be cancelled.
  var cancel: (@Sendable () -> Void)?
  /// Whether a signal came while nothing was going on that could be cancelled.
  var isDue = false
  /// The question that Ctrl-C asks, while it is open.
  var question: Task<Void, Never>?
  /// When Ctrl-C was last pressed, on the run's own clock.
  var last: Int?
  /// Whether the person wants what was done to be taken back.
  var wantsUndo = false
}

extension Run {
  /// Within how many milliseconds a second Ctrl-C ends the run without a question.
  private static var patience: Int { 2_000 }

  /// Does something that signals can cancel.
  ///
  /// - Parameters:
  ///   - inherits: Whether it is cancelled as well when the caller is.
  ///   - work: What is done.
  /// - Returns: What the work returns.
  /// - Throws: What the work throws.
  func cancellable<Value: Sendable>(
    inheriting inherits: Bool = true, _ work: @escaping @Sendable () async throws -> Value
  ) async throws -> Value {
    let task = Task { try await work() }
    interruption.cancel = { task.cancel() }
    if interruption.isDue { task.cancel() }
    interruption.isDue = false
    defer {
      interruption.cancel = nil
      interruption.question?.cancel()
    }
    guard inherits else { return try await task.value }
    return try await withTaskCancellationHandler {
      try await task.value
    } onCancel: {
      task.cancel()
    }
  }

  /// Takes a signal: Ctrl-C is a question where a person is there to answer, everything else stops in order.
  func take(signal number: Int32) {
    let now = options.clock.elapsed()
    let isSecond = interruption.last.map { now - $0 <= Self.patience } ?? false
    if number == SIGINT { interruption.last = now }
    // At a question it is an answer already.
    guard number == SIGINT, terminal.isInteractive, !turn.isTaken, !isSecond else {
      interruption.question?.cancel()
      interruption.isDue = interruption.cancel == nil
      interruption.cancel?()
      return
    }
    interruption.question = Task { await askAboutInterruption() }
  }

  private func askAboutInterruption() async {
    terminal.show("\nInterrupted; what runs goes on meanwhile.")
    let (wish, _) = await asking { dialogue in
      await dialogue.choose(
        "g goes on, s stops here, u stops and undoes, e ends what runs, which then has failed",
        [
          .init(key: "g", value: RunDialogue.Interruption.goOn), .init(key: "s", value: .stop),
          .init(key: "u", value: .undo), .init(key: "e", value: .end),
        ])
    }
    // The question was taken back, because what ran has ended.
    if wish == nil, Task.isCancelled { return }
    switch wish {
    case .goOn: break
    case .end:
      for open in state.open.values {
        if let process = open.process { _ = await process.end() }
      }
    case .undo:
      interruption.wantsUndo = true
      interruption.cancel?()
    case .stop, nil: interruption.cancel?()
    }
  }
}
