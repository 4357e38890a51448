import Diagnostics
import Diagrams
import Documents
import LabModel
import Testing

@Suite("Diagrams of a lab")
struct DiagramTests {
  private func all(_ lab: ResolvedLab) -> [Diagram] {
    let page: (ThingID) -> String? = { "../things/\($0.kind)-\($0.name).html" }
    return [Diagram.networks(of: lab, page: page), Diagram.physical(of: lab, page: page)]
      + Diagram.dependencies(of: lab, page: page)
  }

  private func words(_ diagram: Diagram) -> [String] {
    diagram.links.map { "\($0.from.name) \($0.words) \($0.to.name)" }
  }

  @Test("by network: everything with an address is in it, a shared address leads to its holders")
  func networks() throws {
    let diagram = Diagram.networks(of: .example()) { _ in nil }
    let names = Set(diagram.things.map(\.name))
    #expect(names == ["lan", "storage", "empty", "pve1", "pve2", "metal", "lb", "truenas", "vip", "printer"])
    #expect(words(diagram) == ["vip held by lb"])
    #expect(diagram.legend.map(\.label).contains("same machine"))
    #expect(try diagram.svg().contains(">10.0.2.21</text>"))
  }

  @Test("by host: VMs are in the box of their host, disks lead to the pool behind the datastore")
  func physical() throws {
    let diagram = Diagram.physical(of: .example()) { _ in nil }
    #expect(Set(diagram.things.map(\.name)) == ["pve1", "pve2", "metal", "lb", "truenas", "tank"])
    #expect(words(diagram) == ["lb stored on tank"])
    #expect(try diagram.svg().contains(">nothing here</text>"))
  }

  @Test("by dependency: services stand in their namespace, one line per place leads to the storage")
  func dependencies() throws {
    let diagrams = Diagram.dependencies(of: .example()) { _ in nil }
    let diagram = try #require(diagrams.first)
    #expect(diagrams.count == 1)
    #expect(words(diagram) == ["web needs db", "vault needs truenas", "db stored on iscsi"])
    let dot = diagram.dot.text
    #expect(dot.contains("subgraph \"cluster_dependencies-namespace-apps\""))
    #expect(dot.contains("lhead=\"cluster_dependencies-nas-truenas\""))
  }

  @Test("beyond sixty services there is an overview of places and one diagram for each")
  func split() throws {
    var things: [any Component] = []
    for place in 0..<4 {
      things.append(Thing("namespace", "ns\(place)"))
      for service in 0..<20 {
        let next = ThingID("service", "s\((place + 1) % 4)-\(service)")
        things.append(
          Thing(
            "service", "s\(place)-\(service)", Relation(.runsOn, ThingID("namespace", "ns\(place)")),
            Relation(.needs, next)))
      }
    }
    let diagrams = Diagram.dependencies(of: ResolvedLab(name: "big", domain: "lab.example", listed: things)) { _ in nil
    }
    #expect(diagrams.map(\.id) == ["dependencies"] + (0..<4).map { "dependencies-namespace-ns\($0)" })
    #expect(words(try #require(diagrams.first)) == (0..<4).map { "ns\($0) needs ns\(($0 + 1) % 4)" })
    #expect(diagrams[1].things.count == 20 + 1 + 2, "its services in their box, and two other places")
    #expect(diagrams[1].links.count == 40)
    for diagram in diagrams { #expect(try Graphviz.render(diagram.dot.text).warnings == []) }
  }

  @Test("nodes are links with names, classes and identities; edges know their ends")
  func markup() throws {
    let svg = try all(.example())[2].svg()
    #expect(svg.contains("<g id=\"dependencies-service-web\" class=\"node kind-service\">"))
    #expect(svg.contains("<a href=\"../things/service-web.html\" aria-label=\"web\">"))
    #expect(svg.contains("class=\"edge needs from-dependencies-service-web to-dependencies-service-db\""))
    #expect(svg.contains("<title>web needs db</title>"))
  }

  @Test("every kind has a shape of its own or a line of its own, and a sample in the legend")
  func legend() throws {
    for diagram in all(.example()) {
      #expect(Set(diagram.legend.map(\.label)).count == diagram.legend.count)
      for entry in diagram.legend { #expect(try entry.svg().hasPrefix("<svg ")) }
    }
  }

  @Test(
    "whatever things are called, Graphviz does not complain and draws the same picture twice",
    arguments: [
      "\"", "\\", "<script>", "a b", "ä/ö", "&amp;", "->", "two\nlines", "%41", "}",
      String(repeating: "x", count: 10_000), "",
    ])
  func hostile(name: String) throws {
    let lab = ResolvedLab.example { $0 + name }
    for diagram in all(lab) {
      let picture = try Graphviz.render(diagram.dot.text)
      #expect(picture.warnings == [])
      #expect(try Graphviz.render(diagram.dot.text) == picture)
      #expect(try !diagram.svg().contains("<script"))
    }
  }

  @Test("a lab with nothing in it has diagrams with nothing in them")
  func empty() throws {
    for diagram in all(ResolvedLab(name: "empty", domain: "lab.example", listed: [])) {
      #expect(diagram.things.isEmpty)
      #expect(try diagram.svg().hasPrefix("<svg "))
    }
  }
}
