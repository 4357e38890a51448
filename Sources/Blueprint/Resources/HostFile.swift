import Diagnostics
import Documents
import LabModel

/// A file for the hosts of a role, with what stands in it.
///
/// It is for systems whose configuration no emitter renders. The role puts it in place with an action of the kind
/// ``HostAction/Kind/file(_:isExecutable:check:)`` and the same path. It may hold no secret: those come to hosts by
/// ``HostAction/Kind/secretFile(_:_:purpose:)``.
public struct HostFile: Sendable, Hashable {
  /// The thing it belongs to.
  public var owner: ThingID
  /// The name of the role whose hosts get it.
  public var role: String
  /// The absolute path on the hosts.
  public var path: String
  /// What stands in it, every line with its origin.
  public var text: PrintedText
  /// Whether it is a program.
  public var isExecutable: Bool

  /// Describes a file.
  ///
  /// - Parameters:
  ///   - owner: The thing it belongs to.
  ///   - role: The name of the role whose hosts get it.
  ///   - path: The absolute path on the hosts.
  ///   - text: What stands in it.
  ///   - isExecutable: Whether it is a program; it is none unless said otherwise.
  public init(owner: ThingID, role: String, path: String, text: PrintedText, isExecutable: Bool = false) {
    self.owner = owner
    self.role = role
    self.path = path
    self.text = text
    self.isExecutable = isExecutable
  }
}
