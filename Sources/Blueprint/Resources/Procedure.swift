import Diagnostics
import LabModel

/// A runbook that a system brings, with the thing it is for.
///
/// Its identity is `<thing>/<file>`: `runbooks/kubespray/etcd-restore.md` becomes `homelab/etcd-restore` for the cluster
/// `homelab`. Placeholders that begin with ``scope`` read the facts given here: `{{ cluster.name }}`.
public struct Procedure: Sendable, Hashable {
  /// The thing it is for.
  public var owner: ThingID
  /// Where that was declared.
  public var origin: SourceLocation
  /// The file below `runbooks/`, without `.md`: `kubespray/etcd-restore`.
  public var source: String
  /// The runbook's Markdown; nil for one that ships inside Rackbook.
  ///
  /// A package of one's own keeps the file as a resource of the rule `.embedInCode` and passes what SwiftPM makes of it,
  /// `PackageResources.power_is_out_md`: it travels inside the binary.
  public var markdown: [UInt8]?
  /// The first word of its own placeholders: `cluster`.
  public var scope: String
  /// What its own placeholders read.
  public var facts: [Fact]

  /// Describes a runbook.
  ///
  /// - Parameters:
  ///   - owner: The thing it is for.
  ///   - origin: Where that was declared.
  ///   - source: The file below `runbooks/`, without `.md`; diagnostics about the runbook name it.
  ///   - markdown: What stands in it; nil for one that ships inside Rackbook.
  ///   - scope: The first word of its own placeholders.
  ///   - facts: What its own placeholders read.
  public init(
    owner: ThingID, origin: SourceLocation, source: String, markdown: [UInt8]? = nil, scope: String, facts: [Fact]
  ) {
    self.owner = owner
    self.origin = origin
    self.source = source
    self.markdown = markdown
    self.scope = scope
    self.facts = facts
  }

  /// The runbook's identity.
  public var id: String {
    "\(owner.name)/\(source.split(separator: "/").last.map(String.init) ?? source)"
  }
}
