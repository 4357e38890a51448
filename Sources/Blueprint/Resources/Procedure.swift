import Diagnostics
import LabModel

/// A runbook that ships with a system, with the thing it is for.
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
  /// The first word of its own placeholders: `cluster`.
  public var scope: String
  /// What its own placeholders read.
  public var facts: [Fact]

  /// Describes a runbook.
  public init(owner: ThingID, origin: SourceLocation, source: String, scope: String, facts: [Fact]) {
    self.owner = owner
    self.origin = origin
    self.source = source
    self.scope = scope
    self.facts = facts
  }

  /// The runbook's identity.
  public var id: String {
    "\(owner.name)/\(source.split(separator: "/").last.map(String.init) ?? source)"
  }
}
