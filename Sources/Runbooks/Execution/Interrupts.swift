import Dispatch
import Synchronization

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Turns the signals that would end the process into the end of a run that can be resumed, or into a question.
public final class Interrupts: Sendable {
  private let terminalIsLent = Atomic(false)
  private let receiver = Mutex<(@Sendable (Int32) -> Void)?>(nil)

  /// Watches nothing yet.
  public init() {}

  /// Runs something that SIGINT, SIGTERM and SIGHUP cancel, unless a run takes them.
  ///
  /// - Parameter operation: What is run; it sees `Task.isCancelled`.
  /// - Returns: What the operation returns.
  /// - Throws: What the operation throws.
  public func watching<Value: Sendable>(
    _ operation: @escaping @Sendable () async throws -> Value
  ) async throws -> Value {
    let numbers = [SIGINT, SIGTERM, SIGHUP]
    for number in numbers { _ = signal(number, SIG_IGN) }
    let running = Mutex<(task: Task<Value, any Error>?, isDue: Bool)>((nil, false))
    var sources: [(Int32, any DispatchSourceSignal)] = []
    for number in numbers {
      let source = DispatchSource.makeSignalSource(signal: number)
      source.setEventHandler { [self] in
        if number == SIGINT, terminalIsLent.load(ordering: .relaxed) { return }
        if let receiver = receiver.withLock({ $0 }) { return receiver(number) }
        running.withLock { running in
          running.isDue = true
          running.task?.cancel()
        }
      }
      // A signal that came before somebody listens would be lost, and with it the only way out of a question.
      await withCheckedContinuation { continuation in
        source.setRegistrationHandler { continuation.resume() }
        source.resume()
      }
      sources.append((number, source))
    }
    let task = Task(operation: operation)
    running.withLock { running in
      running.task = task
      if running.isDue { task.cancel() }
    }
    defer {
      for (number, source) in sources {
        source.cancel()
        _ = signal(number, SIG_DFL)
      }
    }
    return try await task.value
  }

  /// Hands the signals to somebody who decides what they mean; to nobody, and they cancel again.
  func deliver(to receiver: (@Sendable (Int32) -> Void)?) { self.receiver.withLock { $0 = receiver } }

  /// Runs something that has the terminal to itself: Ctrl-C is then its own affair.
  func lendingTerminal<Value: Sendable>(
    _ operation: @Sendable () async throws -> Value
  ) async rethrows -> Value {
    terminalIsLent.store(true, ordering: .relaxed)
    defer { terminalIsLent.store(false, ordering: .relaxed) }
    return try await operation()
  }
}
