import Diagnostics
import Testing

@testable import LabModel

/// A thing with a number for a name, for graphs made by chance.
struct Numbered: Component {
  var id: ThingID
  var declared = SourceLocation("Graph.swift", 1)
  var summary: String { "" }
  var relations: [Relation]
  var facts: [Fact] { [] }

  init(_ number: Int, needs others: [Int]) {
    id = ThingID("thing", "\(number)")
    relations = others.map { Relation(.needs, ThingID("thing", "\($0)")) }
  }
}

@Suite("The graph of relations")
struct GraphTests {
  /// Whether a thing reaches itself, by plain search.
  static func isOnCycle(_ start: Int, _ edges: [[Int]]) -> Bool {
    var pending = edges[start]
    var seen: Set<Int> = []
    while let next = pending.popLast() {
      if next == start { return true }
      if seen.insert(next).inserted { pending += edges[next] }
    }
    return false
  }

  @Test("a cycle is found exactly where plain search finds one, on 500 random graphs")
  func cyclesAgainstSearch() {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<500 {
      let count = Int.random(in: 1...9, using: &random)
      let edges = (0..<count).map { _ in
        (0..<count).filter { _ in Int.random(in: 0..<6, using: &random) == 0 }
      }
      let things = edges.enumerated().map { Numbered($0.offset, needs: $0.element) }
      let graph = RelationGraph(things)
      let cycles = graph.dependencyCycles(from: things.map(\.id))
      #expect(cycles.isEmpty == !(0..<count).contains { Self.isOnCycle($0, edges) }, "\(edges)")
      for cycle in cycles {
        #expect(cycle.first == cycle.last)
        for (from, to) in zip(cycle, cycle.dropFirst()) {
          #expect(graph.dependencies(of: from).contains(to))
        }
      }
    }
  }

  @Test("a chain of 20,000 things is walked without running out of stack")
  func longChain() {
    let things = (0..<20_000).map { Numbered($0, needs: [$0 + 1]) } + [Numbered(20_000, needs: [])]
    #expect(RelationGraph(things).dependencyCycles(from: things.map(\.id)).isEmpty)
  }

  @Test("each relation is readable from its other side")
  func bothSides() {
    let graph = RelationGraph([Numbered(1, needs: [2]), Numbered(2, needs: [])])
    #expect(graph.dependents(of: ThingID("thing", "2")) == [ThingID("thing", "1")])
    #expect(graph.dependencies(of: ThingID("thing", "1")) == [ThingID("thing", "2")])
  }
}
