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

  /// Its size.
  public var summary: String { "storage pool, \(size)" }
  /// Its size.
  public var facts: [Fact] { [Fact("size", "Usable size", "\(size)")] }
}

/// What may stand in the braces of a NAS.
public protocol StoragePart: Sendable {}
