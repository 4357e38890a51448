import Diagnostics
import Documents

extension Impact {
  /// The answer as a document, every chain of reasons included.
  public var tree: Node {
    [
      "lost": .sequence(lost.map(\.tree)),
      "dies": .sequence(
        dies.map { thing in
          let steps = path(to: thing).map { ["words": .string($0.words), "cause": $0.cause.tree] as Node }
          return ["thing": thing.tree, "because": .sequence(steps)]
        }),
      "degrades": .sequence(
        degrades.map {
          ["thing": $0.thing.tree, "loses": .string($0.loss), "lost": .sequence($0.lost.map(\.tree))]
        }),
      "survives": .sequence(survives.map(\.tree)),
    ]
  }
}
