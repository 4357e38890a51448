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

  /// Size and class.
  public var description: String { "\(size) on \(storageClass.name)" }
}
