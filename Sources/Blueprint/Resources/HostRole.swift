import Diagnostics
import Documents
import LabModel

/// What a group of hosts must have and run, as actions in order that know no tool.
///
/// Every action may be repeated: on hosts that are as wanted, nothing changes.
public struct HostRole: Sendable, Hashable {
  /// The role's name: lower-case letters, digits, underscores.
  public var name: String
  /// What it makes of the hosts, one phrase without a full stop.
  public var summary: String
  /// The thing it belongs to.
  public var owner: ThingID
  /// Where that was declared.
  public var origin: SourceLocation
  /// The hosts in order; what is done once is done on the first.
  public var hosts: [ThingID]
  /// Packages of the distribution that are installed before anything else.
  public var packages: [String]
  /// What is done, in order.
  public var sections: [Section]
  /// What is done after a section, once, if an action that names it changed something.
  public var handlers: [Handler]

  /// Actions that belong together.
  public struct Section: Sendable, Hashable {
    /// A word for it, in lower case.
    public var name: String
    /// What is done, in order.
    public var actions: [HostAction]

    /// Names actions that belong together.
    public init(_ name: String, _ actions: [HostAction]) {
      self.name = name
      self.actions = actions
    }
  }

  /// Something that follows a change.
  public struct Handler: Sendable, Hashable {
    /// What it does, as a heading: `Reload nginx`.
    public var title: String
    /// What is done.
    public var reaction: Reaction

    /// What is done after a change.
    public enum Reaction: Sendable, Hashable {
      /// A unit of systemd is restarted.
      case restart(String)
      /// Processes whose command line matches a regular expression get a signal; that there are none is no failure.
      case signal(String, to: String)
    }

    /// Describes what follows a change.
    public init(_ title: String, _ reaction: Reaction) {
      self.title = title
      self.reaction = reaction
    }
  }

  /// Describes a role.
  public init(
    name: String, summary: String, owner: ThingID, origin: SourceLocation, hosts: [ThingID],
    packages: [String], sections: [Section], handlers: [Handler] = []
  ) {
    self.name = name
    self.summary = summary
    self.owner = owner
    self.origin = origin
    self.hosts = hosts
    self.packages = packages
    self.sections = sections
    self.handlers = handlers
  }

  /// The name of the role of a thing: its own, with underscores for hyphens, which Ansible does not allow in groups.
  public static func name(of owner: ThingID) -> String {
    String(owner.name.map { $0 == "-" ? "_" : $0 })
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
