import Diagrams
import Documents
import Testing

@Suite("Graphviz")
struct GraphvizTests {
  @Test("a graph becomes a picture without a word of complaint", arguments: Graphviz.Engine.allCases)
  func renders(engine: Graphviz.Engine) throws {
    let picture = try Graphviz.render("digraph \"g\" { a -> b; subgraph cluster_c { b; } }", engine: engine)
    #expect(picture.svg.contains("<svg"))
    #expect(picture.warnings == [])
  }

  @Test(
    "what is no graph is refused with Graphviz' own words",
    arguments: [
      ("digraph g { a -> ; }", "syntax error in line 1 near ';'"), ("", "there is no graph in the text"),
      ("hello", "syntax error in line 1 near 'hello'"), ("digraph g { a\0 }", "the text has a zero byte"),
    ])
  func errors(dot: String, words: String) throws {
    let failure = #expect(throws: Graphviz.Failure.self) { try Graphviz.render(dot) }
    #expect(failure?.description == "Graphviz: Error: \(words)")
    _ = try Graphviz.render("digraph \"after\" { a }")
  }

  @Test("what follows a graph in the text does not leak into the next picture")
  func leftovers() throws {
    let alone = try Graphviz.render("digraph \"a\" { x }")
    let followed = try Graphviz.render("digraph \"a\" { x } digraph \"b\" { y }\ndigraph \"c\" { z }")
    #expect(followed == alone)
    #expect(try Graphviz.render("digraph \"a\" { x }") == alone)
  }

  @Test("a warning comes with the picture")
  func warnings() throws {
    let picture = try Graphviz.render("digraph \"g\" { a [color=nosuch] }")
    #expect(picture.warnings == ["Warning: nosuch is not a known color."])
  }

  @Test("two tasks draw at once, and every picture of the same graph is the same")
  func concurrent() async throws {
    let nodes: [DOT.Statement] = (0..<40).flatMap { index in
      [
        .cluster("c\(index / 8)", [.label("C \(index / 8)")], [.node("n\(index)", [.label("Node \(index)")])]),
        .edge(from: "n\(index)", to: "n\((index * 7 + 3) % 40)", []),
      ]
    }
    let dot = DOT.print(graph: "g", [], nodes).text
    let pictures = try await withThrowingTaskGroup(of: String.self) { group in
      for _ in 0..<2 {
        group.addTask {
          var last = ""
          for _ in 0..<20 { last = try Graphviz.render(dot).svg }
          return last
        }
      }
      return try await group.reduce(into: Set<String>()) { $0.insert($1) }
    }
    #expect(pictures.count == 1)
  }
}
