import Diagnostics
import Documents

extension SinglePointOfFailure {
  /// The answer as a document.
  public var tree: Node {
    ["thing": thing.tree, "dies": .int(deaths), "services": .int(services), "degrades": .int(degradations)]
  }
}

extension SharedFate {
  /// The answer as a document.
  public var tree: Node {
    [
      "thing": cause.tree, "of": owner.tree, "group": .string(purpose), "members": .int(members),
      "required": .int(required), "lost": .sequence(lost.map(\.tree)),
    ]
  }
}
