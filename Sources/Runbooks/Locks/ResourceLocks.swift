/// The resources a run holds: hosts, volumes, services, and the runbook itself.
///
/// They are taken in the order of their names, all of them or none, so that two runs never wait for each other. Runs see
/// the locks of the runs in the same folder only.
public final class ResourceLocks: Sendable {
  /// How often a resource that is held is looked at again while it is waited for.
  static let interval = Duration.milliseconds(100)

  /// The resources, in the order in which they were taken.
  public let resources: [String]
  /// Those that another run had held, and how long they were waited for.
  let waits: [JournalEvent.LockChange]
  private let locks: [ResourceLock]
  private let holder: LockHolder

  private init(_ locks: [ResourceLock], _ waits: [JournalEvent.LockChange], holder: LockHolder) {
    self.locks = locks
    self.waits = waits
    self.holder = holder
    resources = locks.map(\.resource)
  }

  /// Takes resources for a run.
  ///
  /// A resource whose last holder was killed is free, but not while a process that it had started still runs.
  ///
  /// - Parameters:
  ///   - resources: Their names, such as `host:km01`, `volume:tank/photos`, `service:shop`; in any order.
  ///   - holder: What others are shown.
  ///   - folder: The folder of the run's journal.
  ///   - isWaiting: Whether to wait for what is held, instead of refusing.
  ///   - report: Is told once what is waited for.
  /// - Returns: The locks; let go when the value goes.
  /// - Throws: ``RunRefusal`` naming the holder, or when the waiting is cancelled; ``FileFailure``.
  public static func take(
    _ resources: [String], for holder: LockHolder, in folder: RunFolder, isWaiting: Bool = false,
    report: @Sendable (String) -> Void = { _ in }
  ) async throws -> ResourceLocks {
    try folder.makeLockFolder()
    var taken: [ResourceLock] = []
    var waits: [JournalEvent.LockChange] = []
    for resource in Set(resources).sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
      let start = ContinuousClock.now
      var hasWaited = false
      taken.append(
        try await take(resource, for: holder, in: folder, isWaiting: isWaiting) { obstacle in
          hasWaited = true
          report(obstacle)
        })
      guard hasWaited else { continue }
      let waited = Int((ContinuousClock.now - start) / .milliseconds(1))
      waits.append(.init(resource: resource, change: .taken, waitedMilliseconds: waited))
    }
    return ResourceLocks(taken, waits, holder: holder)
  }

  private static func take(
    _ resource: String, for holder: LockHolder, in folder: RunFolder, isWaiting: Bool, report: (String) -> Void
  ) async throws -> ResourceLock {
    var hasReported = false
    while true {
      let attempt = try ResourceLock.attempt(resource, in: folder.lockFolder, holder: holder) { former in
        folder.livingProcess(of: former.run)
      }
      switch attempt {
      case .taken(let lock): return lock
      case .refused(let obstacle):
        guard isWaiting else { throw RunRefusal(obstacle) }
        if !hasReported { report("Waiting: \(obstacle).") }
        hasReported = true
        do { try await Task.sleep(for: interval) } catch { throw RunRefusal("interrupted while waiting: \(obstacle)") }
      }
    }
  }

  /// Shows others at which step the run is.
  ///
  /// - Parameter step: The step's key.
  /// - Throws: ``FileFailure`` if a lock's file cannot be written.
  public func show(step: String) throws {
    var holder = holder
    holder.step = step
    for lock in locks { try lock.show(holder) }
  }
}
