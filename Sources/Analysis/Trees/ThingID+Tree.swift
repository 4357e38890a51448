import Diagnostics
import Documents

extension ThingID {
  /// Kind and name as the command line takes them and as data name things: `service/mealie`.
  public var path: String { "\(kind)/\(name)" }

  /// The same as a document.
  var tree: Node { .string(path) }
}
