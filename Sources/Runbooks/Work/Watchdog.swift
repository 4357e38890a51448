/// Ends a process when its time is over.
struct Watchdog: Sendable {
  private let task: Task<Bool, Never>?

  /// Begins to watch.
  ///
  /// - Parameters:
  ///   - process: The process.
  ///   - limit: After how many milliseconds it is ended; nothing for never.
  init(_ process: ProcessIdentity, limit: Int?) {
    task = limit.map { milliseconds in
      Task {
        do { try await Task.sleep(for: .milliseconds(milliseconds)) } catch { return false }
        _ = await process.end()
        return true
      }
    }
  }

  /// Stops watching.
  ///
  /// - Returns: Whether the time was over before that.
  func callOff() async -> Bool {
    task?.cancel()
    return await task?.value ?? false
  }
}
