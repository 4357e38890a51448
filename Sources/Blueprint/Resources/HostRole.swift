import Diagnostics
import Documents
import LabModel

/// What a group of hosts must have and run.
public struct HostRole: Sendable {
  /// The role's name: lower-case letters, digits, underscores.
  public var name: String
  /// The thing it belongs to.
  public var owner: ThingID
  /// Where that was declared.
  public var origin: SourceLocation
  /// The hosts in order; what is done once is done on the first.
  public var hosts: [ThingID]

  /// Describes a role.
  public init(name: String, owner: ThingID, origin: SourceLocation, hosts: [ThingID]) {
    self.name = name
    self.owner = owner
    self.origin = origin
    self.hosts = hosts
  }

  /// The path, below the build folder, of a file that the role copies to its hosts.
  ///
  /// The emitter that renders the file writes it there, and the one that writes the role copies it from there. Neither
  /// knows the other.
  ///
  /// - Parameters:
  ///   - path: The absolute path on the host.
  ///   - role: The role's name.
  /// - Returns: The path below the build folder.
  public static func artifactPath(of path: String, in role: String) -> String {
    "ansible/roles/\(role)/files\(path)"
  }
}
