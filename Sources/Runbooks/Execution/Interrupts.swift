import Dispatch
import Synchronization

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Turns the signals that would end the process into the end of a run that can be resumed.
public final class Interrupts: Sendable {
  private let terminalIsLent = Atomic(false)

  /// Watches nothing yet.
  public init() {}

  /// Runs something that a first SIGINT, SIGTERM or SIGHUP cancels.
  ///
  /// - Parameter operation: What is run; it sees `Task.isCancelled`.
  /// - Returns: What the operation returns.
  /// - Throws: What the operation throws.
  public func watching<Value: Sendable>(
    _ operation: @escaping @Sendable () async throws -> Value
  ) async throws -> Value {
    let numbers = [SIGINT, SIGTERM, SIGHUP]
    for number in numbers { _ = signal(number, SIG_IGN) }
    let task = Task(operation: operation)
    let sources = numbers.map { number in
      let source = DispatchSource.makeSignalSource(signal: number)
      source.setEventHandler { [self] in
        if number == SIGINT, terminalIsLent.load(ordering: .relaxed) { return }
        task.cancel()
      }
      source.resume()
      return (number, source)
    }
    defer {
      for (number, source) in sources {
        source.cancel()
        _ = signal(number, SIG_DFL)
      }
    }
    return try await task.value
  }

  /// Runs something that has the terminal to itself: Ctrl-C is then its own affair.
  func lendingTerminal<Value>(_ operation: () async throws -> Value) async rethrows -> Value {
    terminalIsLent.store(true, ordering: .relaxed)
    defer { terminalIsLent.store(false, ordering: .relaxed) }
    return try await operation()
  }
}
