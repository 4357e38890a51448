import Diagnostics
import Documents

extension StartOrder {
  /// The order as a document: waves of things, each with what it waited for last.
  ///
  /// - Parameter shutdown: Whether it is the order of a shutdown.
  /// - Returns: The waves, and what never starts.
  public func tree(shutdown: Bool = false) -> Node {
    let waves = shutdown ? waves.reversed() : waves
    return [
      "waves": .sequence(waves.map { .sequence($0.map(\.tree)) }), "unordered": .sequence(unordered.map(\.tree)),
    ]
  }
}

extension StartOrder.Entry {
  var tree: Node {
    let steps = breakGlass.map { ["missing": $0.missing.tree, "step": .string($0.step)] as Node }
    return [
      "thing": thing.tree, "after": after?.tree, "reason": reason.map { .string($0) },
      "breakGlass": steps.isEmpty ? nil : .sequence(steps),
    ]
  }
}
