#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Who holds a resource: stands in the lock's file, for others to see.
public struct LockHolder: Sendable, Hashable, Codable, CustomStringConvertible {
  /// Who runs the run, and where.
  public var by: RunOperator
  /// Since when, RFC 3339 in UTC.
  public var since: String
  /// The run.
  public var run: String
  /// The key of the step the run is at; nothing before the first.
  public var step: String?

  /// Names a holder.
  ///
  /// - Parameters:
  ///   - by: Who runs the run, and where.
  ///   - since: Since when, RFC 3339 in UTC.
  ///   - run: The run.
  ///   - step: The key of the step the run is at.
  public init(by: RunOperator, since: String, run: String, step: String? = nil) {
    self.by = by
    self.since = since
    self.run = run
    self.step = step
  }

  /// `anna on desk, process 4711, since 2026-03-01T10:00:00.000Z, as run '...' at step 'stop'`.
  public var description: String {
    "\(by), since \(since), as run '\(run)'\(step.map { " at step '\($0)'" } ?? "")"
  }

  /// How many bytes a holder takes in a lock's file; always as many, so that nobody reads half of an older one.
  static let size = 2_048

  /// The bytes for a lock's file; a step that does not fit is left out.
  var bytes: [UInt8] {
    var copy = self
    for _ in 0..<2 {
      if let data = try? JSONEncoder().encode(copy), data.count <= Self.size {
        return Array(data) + [UInt8](repeating: UInt8(ascii: " "), count: Self.size - data.count)
      }
      copy.step = nil
    }
    return []
  }

  /// Reads what stands in a lock's file; nothing if that names no holder.
  init?(bytes: [UInt8]) {
    guard let holder = try? JSONDecoder().decode(LockHolder.self, from: Data(bytes)) else { return nil }
    self = holder
  }
}
