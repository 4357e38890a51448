/// Holds the looks at the steady state back until a path asks for one, so that every walk sees the same.
actor LookGate {
  private var sleeper: CheckedContinuation<Void, Never>?
  private var watcher: CheckedContinuation<Void, Never>?

  /// Waits until a look is asked for, or the looks are over.
  func sleep() async {
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        if Task.isCancelled { return continuation.resume() }
        sleeper = continuation
        watcher?.resume()
        watcher = nil
      }
    } onCancel: {
      Task { await self.wake() }
    }
  }

  /// Has one look taken, and waits for its end.
  func look() async {
    await untilAsleep()
    wake()
    await untilAsleep()
  }

  private func wake() {
    sleeper?.resume()
    sleeper = nil
  }

  private func untilAsleep() async {
    if sleeper == nil { await withCheckedContinuation { watcher = $0 } }
  }
}
