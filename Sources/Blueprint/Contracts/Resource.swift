import Diagnostics
import Documents
import LabModel

/// Something that is to be made for a thing of the lab, as a tree of fields that two builds can be compared by.
///
/// Emitters read the resource's own properties; plans and the snapshot read its fields.
public protocol Resource: Sendable {
  /// What a plan has to know of resources of this kind.
  static var kind: ResourceKind { get }
  /// The thing it belongs to.
  var owner: ThingID { get }
  /// Where that was declared.
  var origin: SourceLocation { get }
  /// What tells it from others of its kind and owner; the owner's name unless said otherwise.
  var name: String { get }
  /// Its values: sizes in bytes, times in seconds. What has a place of its own carries it as its origin.
  var fields: Node { get }
}

extension Resource {
  /// The owner's name.
  public var name: String { owner.name }
}

extension Node {
  /// Names with a tree each, in this order.
  static func fields(_ entries: [(String, Node)]) -> Node { .mapping(entries.map { ($0.0, Node?($0.1)) }) }
}
