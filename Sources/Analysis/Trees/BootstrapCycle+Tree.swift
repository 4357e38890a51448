import Diagnostics
import Documents

extension BootstrapCycle {
  /// The ring as a document.
  public var tree: Node {
    [
      "thing": thing.tree,
      "path": .sequence(
        path.map { ["thing": $0.thing.tree, "words": .string($0.words), "other": $0.other.tree] as Node }),
      "breakGlass": breakGlass.map { .string($0) },
    ]
  }
}
