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
  /// What it is and does, in a sentence.
  public var summary: String
  /// The rules that only it needs.
  public var checks: [Check]

  /// Describes a kind of system.
  ///
  /// - Parameters:
  ///   - kind: The kind of its things' identities.
  ///   - title: The name people read.
  ///   - summary: What it is and does, in a sentence.
  ///   - checks: The rules that only it needs.
  public init(kind: String, title: String, summary: String, checks: [Check]) {
    self.kind = kind
    self.title = title
    self.summary = summary
    self.checks = checks
  }
}
