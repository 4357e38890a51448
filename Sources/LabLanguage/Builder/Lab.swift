import LabModel

/// A lab: the program's entry point, and the list of what belongs to it.
///
/// ```swift
/// @main struct Mini: Lab {
///   var domain: String { "lab.example" }
///   var body: [any Component] { lan; pve; web }
/// }
/// ```
///
/// Things are declared as values outside of it (`let lan = Network(...)`), so that a name is written once and a reference
/// to something that does not exist does not compile. A thing that is used but not listed in ``body`` is reported.
public protocol Lab: Sendable {
  /// The things of the lab, in any order; at most about 25 lines per pair of braces keep compiling fast.
  @LabBuilder var body: [any Component] { get }
  /// The lab's name: lower-case letters, digits and hyphens; without one, the type's name in lower case.
  var name: String { get }
  /// What the lab is, in one phrase, for the portal's first page.
  var summary: String { get }
  /// The DNS domain that host names end in; `home.arpa` (RFC 8375) without one.
  var domain: String { get }
  /// The account that ssh and Ansible use on machines; `ops` without one.
  var operatorAccount: String { get }
  /// A lab has an initialiser without arguments, so that the program can make it.
  init()

  /// The names of its environments; none for a lab that exists once. See ``EnvironmentLab``.
  static var environmentNames: [String] { get }
  /// The name of the environment that this value is for; nil for a lab that exists once.
  var environmentName: String? { get }
  /// The lab for one of its environments; nil for a name that is none.
  static func lab(for environment: String) -> Self?
}

extension Lab {
  /// The type's name in lower case.
  public var name: String { String(describing: Self.self).lowercased() }
  /// No summary.
  public var summary: String { "" }
  /// `home.arpa`.
  public var domain: String { "home.arpa" }
  /// `ops`.
  public var operatorAccount: String { "ops" }
  /// None.
  public static var environmentNames: [String] { [] }
  /// None.
  public var environmentName: String? { nil }
  /// No name is one of an environment.
  public static func lab(for environment: String) -> Self? { nil }

  /// The lab as plain values.
  public var resolved: ResolvedLab {
    ResolvedLab(
      name: name, summary: summary, domain: domain, operatorAccount: operatorAccount, environment: environmentName,
      listed: body)
  }
}
