import Diagnostics
import LabModel

/// A volume of a service: state that a restart must find again.
///
/// ```swift
/// Volume("data", .gib(10), on: iscsi)
/// ```
public struct Volume: ServicePart, CustomStringConvertible {
  /// Its name within the service.
  public let name: String
  /// Its size.
  public let size: DataSize
  /// The class it is taken from.
  public let storageClass: ThingID
  /// Where it was declared.
  public let declared: SourceLocation
  /// Why losing it does no harm; nil where its service's backup holds it too.
  public private(set) var waiver: String?

  /// Declares a volume.
  ///
  /// - Parameters:
  ///   - name: Its name within the service, a DNS label.
  ///   - size: Its size.
  ///   - storageClass: The class it is taken from.
  ///   - file: Left out.
  ///   - line: Left out.
  public init(
    _ name: String, _ size: DataSize, on storageClass: StorageClass, file: StaticString = #fileID, line: UInt = #line
  ) {
    self.name = name
    self.size = size
    self.storageClass = storageClass.id
    self.declared = SourceLocation(file, line)
  }

  /// States that the volume is left out of its service's backup, and why: what can be fetched again.
  ///
  /// - Parameter reason: Why losing it does no harm.
  /// - Returns: The volume without a backup.
  public func notBackedUp(because reason: String) -> Volume {
    var copy = self
    copy.waiver = reason
    return copy
  }

  /// Size and class.
  public var description: String { "\(size) on \(storageClass.name)" }
}
