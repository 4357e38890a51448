import Diagnostics

/// As whom a container runs, and what it may do.
///
/// ```swift
/// SecurityContext(user: 1000, group: 1000, readOnlyRoot: true, drop: ["ALL"], add: ["NET_BIND_SERVICE"])
/// ```
///
/// Without one a container runs as its image says, with the runtime's seccomp profile, and cannot gain privileges.
public struct SecurityContext: Sendable, Hashable {
  /// A profile that limits system calls (seccomp) or files (AppArmor).
  public enum Profile: Sendable, Hashable {
    /// The container runtime's own.
    case runtimeDefault
    /// None.
    case unconfined
    /// A profile on the node, by its path or name.
    case localhost(String)
  }

  /// The user's number; nil for the image's own.
  public let user: Int?
  /// The group's number; nil for the image's own.
  public let group: Int?
  /// Whether the cluster refuses to start it as root; nil where nothing is said.
  public let nonRoot: Bool?
  /// Whether it may do what the node's root may.
  public let privileged: Bool
  /// Whether it cannot write to its image's files.
  public let readOnlyRoot: Bool
  /// Whether a program in it may gain more privileges than it was started with.
  public let allowsPrivilegeEscalation: Bool
  /// Capabilities that are taken away, without `CAP_`; `ALL` takes all.
  public let drop: [String]
  /// Capabilities that are given, without `CAP_`.
  public let add: [String]
  /// The profile for system calls.
  public let seccomp: Profile
  /// The profile for files; nil for the runtime's own.
  public let appArmor: Profile?
  /// Where it was declared.
  public let declared: SourceLocation

  /// Declares a security context.
  ///
  /// - Parameters:
  ///   - user: The user's number, 0 to 2147483647; the image's own unless said otherwise.
  ///   - group: The group's number, 0 to 2147483647; the image's own unless said otherwise.
  ///   - nonRoot: Whether the cluster refuses to start it as root.
  ///   - privileged: Whether it may do what the node's root may; no unless said otherwise.
  ///   - readOnlyRoot: Whether it cannot write to its image's files; it can unless said otherwise.
  ///   - allowsPrivilegeEscalation: Whether setuid programs gain privileges; no unless said otherwise (no-new-privileges).
  ///   - drop: Capabilities that are taken away, without `CAP_`; `ALL` takes all.
  ///   - add: Capabilities that are given, without `CAP_`.
  ///   - seccomp: The profile for system calls; the runtime's own unless said otherwise.
  ///   - appArmor: The profile for files; the runtime's own unless said otherwise.
  ///   - file: Left out.
  ///   - line: Left out.
  public init(
    user: Int? = nil, group: Int? = nil, nonRoot: Bool? = nil, privileged: Bool = false, readOnlyRoot: Bool = false,
    allowsPrivilegeEscalation: Bool = false, drop: [String] = [], add: [String] = [],
    seccomp: Profile = .runtimeDefault, appArmor: Profile? = nil, file: StaticString = #fileID, line: UInt = #line
  ) {
    self.user = user
    self.group = group
    self.nonRoot = nonRoot
    self.privileged = privileged
    self.readOnlyRoot = readOnlyRoot
    self.allowsPrivilegeEscalation = allowsPrivilegeEscalation
    self.drop = drop
    self.add = add
    self.seccomp = seccomp
    self.appArmor = appArmor
    self.declared = SourceLocation(file, line)
  }
}
