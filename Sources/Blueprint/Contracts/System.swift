import Diagnostics
import LabModel

/// A thing a lab can run that brings more than itself: configuration, alerts, runbooks, rules.
///
/// A system is a component, so the lab lists it, and it contributes resources that know no tool. Adding one takes a
/// folder below `Sources/Systems`, a line in its list, and its runbooks; see `docs/adding-a-system.md`.
public protocol System: Component {
  /// What the portal and the command line say about systems of this kind.
  static var descriptor: SystemDescriptor { get }

  /// Adds what this system needs to the blueprint.
  ///
  /// - Parameters:
  ///   - blueprint: The blueprint of the whole lab.
  ///   - lab: The lab, checked: nothing in it breaks an error's rule.
  func contribute(to blueprint: inout Blueprint, in lab: ResolvedLab)
}

/// What a kind of system is, and the rules that only it needs.
public struct SystemDescriptor: Sendable {
  /// The kind of its things' identities: `kubespray-cluster`.
  public var kind: String
  /// The name people read: `Kubespray cluster`.
  public var title: String
  /// What people call several: `Kubespray clusters`.
  public var plural: String
  /// What it is and does, in a sentence.
  public var summary: String
  /// The rules that only it needs; codes of systems that do not ship with Rackbook have a prefix of their own.
  public var checks: [Check]
  /// What writes the files of tools that only it uses; systems that ship leave this to the list of emitters.
  public var emitters: [any Emitter]

  /// Describes a kind of system.
  ///
  /// - Parameters:
  ///   - kind: The kind of its things' identities.
  ///   - title: The name people read.
  ///   - plural: What people call several; the title with an s unless said otherwise.
  ///   - summary: What it is and does, in a sentence.
  ///   - checks: The rules that only it needs.
  ///   - emitters: What writes the files of tools that only it uses; none unless said otherwise.
  public init(
    kind: String, title: String, plural: String? = nil, summary: String, checks: [Check], emitters: [any Emitter] = []
  ) {
    self.kind = kind
    self.title = title
    self.plural = plural ?? "\(title)s"
    self.summary = summary
    self.checks = checks
    self.emitters = emitters
  }
}
