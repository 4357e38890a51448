import Diagnostics
import LabModel

/// A storage pool of a NAS.
///
/// ```swift
/// let tank = Pool("tank", size: .tib(40))
/// let truenas = TrueNAS("truenas", version: "25.10", at: storage["192.168.2.24"]) { tank }
/// ```
public struct Pool: Component, StoragePart {
  /// The pool's identity.
  public let id: ThingID
  /// Where it was declared.
  public let declared: SourceLocation
  /// Its usable size.
  public let size: DataSize
  /// The other pool that has all its data, and how old they may be; nil where it stands alone.
  public private(set) var replication: Replication?

  /// A second pool with the same data.
  public struct Replication: Sendable, Hashable {
    /// The other pool.
    public let pool: ThingID
    /// How often it is brought up to date.
    public let every: Interval
  }

  /// Declares a pool.
  ///
  /// - Parameters:
  ///   - name: Its name on the NAS; unique in the lab.
  ///   - size: Its usable size.
  ///   - file: Left out.
  ///   - line: Left out.
  public init(_ name: String, size: DataSize, file: StaticString = #fileID, line: UInt = #line) {
    self.id = ThingID("pool", name)
    self.declared = SourceLocation(file, line)
    self.size = size
  }

  /// States that all data of the pool are copied to another pool that can take its place.
  ///
  /// - Parameters:
  ///   - pool: A pool of another NAS.
  ///   - every: How often the other pool is brought up to date: what is lost at most.
  /// - Returns: The pool with its replica.
  public func replicated(to pool: Pool, every: Interval) -> Pool {
    var copy = self
    copy.replication = Replication(pool: pool.id, every: every)
    return copy
  }

  /// Its size.
  public var summary: String { "storage pool, \(size)" }
  /// Size and replica.
  public var facts: [Fact] {
    [Fact("size", "Usable size", "\(size)")]
      + (replication.map { [Fact("replica", "Replicated every \($0.every) to", $0.pool.name, link: $0.pool)] } ?? [])
  }
}

/// What may stand in the braces of a NAS.
public protocol StoragePart: Sendable {}
