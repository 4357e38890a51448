import Diagnostics
import Documents

extension Capacity {
  /// The answer as a document.
  public var tree: Node {
    [
      "host": host.tree, "verdict": .string(verdict.rawValue), "demand": .int(demand),
      "shortfall": shortfall.map { .string($0) },
      "moves": .sequence(moves.map { ["machine": $0.machine.tree, "from": $0.from.tree, "to": $0.to.tree] as Node }),
      "stranded": .sequence(stranded.map { ["machine": $0.machine.tree, "reason": .string($0.reason)] as Node }),
      "pods": .sequence(pods.map(\.tree)),
    ]
  }
}

extension Capacity.Pods {
  var tree: Node {
    [
      "cluster": cluster.tree, "verdict": .string(verdict.rawValue), "count": .int(count),
      "workersLost": .sequence(workersLost.map(\.tree)), "shortfall": shortfall.map { .string($0) },
    ]
  }
}
