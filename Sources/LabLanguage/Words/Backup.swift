import Diagnostics
import LabModel

/// How a service's state is kept safe.
public enum Backup: Sendable, Hashable, CustomStringConvertible {
  /// Copied on a schedule.
  case copied(Policy)
  /// Not copied, on purpose, and why.
  case waived(reason: String)

  /// A schedule of copies and what is promised about them.
  public struct Policy: Sendable, Hashable {
    /// How often a copy is taken.
    public let every: Interval
    /// How long a copy is kept.
    public let keep: Interval
    /// Where the copies go.
    public let target: ThingID
    /// The most data, in time, that may be lost; nil where nothing is promised.
    public let rpo: Interval?
    /// The longest time until the service works again; nil where nothing is promised.
    public let rto: Interval?
  }

  /// The schedule or the reason, as people read it.
  public var description: String {
    switch self {
    case .copied(let policy): "every \(policy.every) to \(policy.target.name), kept \(policy.keep)"
    case .waived(let reason): "none: \(reason)"
    }
  }
}

extension Service {
  /// Copies the service's state on a schedule.
  ///
  /// - Parameters:
  ///   - every: How often a copy is taken.
  ///   - keep: How long a copy is kept.
  ///   - target: The NAS that the copies go to.
  ///   - rpo: The most data, in time, that may be lost; no promise without it.
  ///   - rto: The longest time until the service works again; no promise without it.
  /// - Returns: The service with its backup.
  public func backedUp(
    every: Interval, keep: Interval, to target: any NetworkStorage, rpo: Interval? = nil, rto: Interval? = nil
  ) -> Service {
    var copy = self
    copy.backup = .copied(Backup.Policy(every: every, keep: keep, target: target.id, rpo: rpo, rto: rto))
    return copy
  }

  /// States that the service's state is not backed up, and why: caches, and what can be fetched again.
  ///
  /// - Parameter reason: Why losing it does no harm.
  /// - Returns: The service without a backup.
  public func notBackedUp(because reason: String) -> Service {
    var copy = self
    copy.backup = .waived(reason: reason)
    return copy
  }
}
