import Diagrams
import Documents
import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite("Inline SVG")
struct InlineSVGTests {
  @Test("a picture is named, linked, themable and free of what a page does not want")
  func looks() throws {
    let dot = DOT.print(
      graph: "g", [.setting("fontname", "Helvetica")],
      [
        .node(
          "a", [.label("A & B"), .tooltip("tip \"x\""), .url("a b.html"), .id("service-a"), .classes("kind-service")]),
        .cluster(
          "c", [.label("LAN"), .id("network-lan"), .classes("kind-network")], [.node("b", [.label("two\nlines")])]),
        .edge(from: "a", to: "b", [.tooltip("a needs b"), .classes("needs", "from-a", "to-b")]),
        .edge(from: "b", to: "a", []),
      ])
    let svg = try InlineSVG.make(from: Graphviz.render(dot.text).svg, title: "What needs <what>")
    for expected in [
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0.00 0.00 ", " role=\"graphics-document\"",
      "aria-label=\"What needs &lt;what&gt;\"",
      "<g id=\"service-a\" class=\"node kind-service\">\n<title>tip &quot;x&quot;</title>",
      "<a href=\"a%20b.html\" aria-label=\"A &amp; B\">",
      "<g id=\"network-lan\" class=\"cluster kind-network\">\n<title>LAN</title>",
      "<g class=\"node\">\n<title>two lines</title>",
      "<g class=\"edge needs from-a to-b\">\n<title>a needs b</title>",
      "<g class=\"edge\">\n<path",
    ] { #expect(svg.contains(expected), "\(expected)") }
    for unwanted in [
      "<?xml", "<!", "xlink", "style=", "id=\"node", "id=\"edge", "id=\"a_", "height=", "fill=\"white\"", "transparent",
      "pt\"",
    ] {
      #expect(!svg.contains(unwanted), "\(unwanted)")
    }
  }

  @Test(
    "hostile names are shown, not run",
    arguments: [
      "<script>alert(1)</script>", "\"></text><script>", "a & b &amp; c &#60;", "C:\\N\\G\\", "\\", "two\nlines",
      "--><b>", "]]>",
      "\u{1B}[31m\u{2028}", "😀 größe", "", " ", "<b>html-like</b>", "->", "node1",
      String(repeating: "long name ", count: 100),
    ])
  func hostile(name: String) throws {
    let dot = DOT.print(
      graph: name, [.label(name)],
      [
        .cluster(
          name, [.label(name), .id(name), .classes(name)],
          [.node(name, [.label(name), .tooltip(name), .url(name), .id(name)])]),
        .edge(from: name, to: name, [.label(name), .tooltip(name), .id(name)]),
      ])
    let picture = try Graphviz.render(dot.text)
    #expect(picture.warnings == [])
    let svg = try InlineSVG.make(from: picture.svg, title: name)
    let document = try XMLDocument(xmlString: svg)
    let elements = try document.nodes(forXPath: "//*").compactMap(\.name)
    #expect(Set(elements).isSubset(of: ["svg", "g", "a", "title", "text", "path", "polygon", "ellipse"]))
    let shown = name.split(separator: "\n").joined(separator: " ").unicodeScalars.filter {
      $0.value >= 0x20 && $0.value != 0x2028
    }
    let texts = try document.nodes(forXPath: "//*[local-name()='text']").compactMap(\.stringValue).joined(
      separator: " ")
    let wanted = String(String.UnicodeScalarView(shown)).trimmingCharacters(in: .whitespaces)
    let seen = String(String.UnicodeScalarView(texts.unicodeScalars.filter { $0 != "\u{FFFD}" }))
    #expect(wanted.isEmpty || seen.contains(wanted))
  }

  @Test(
    "what is not a picture is refused",
    arguments: ["", "text", "<svg>", "<svg viewBox=\"0 0 1 1\"", "<g></g>", "</g>", "<a b"])
  func malformed(text: String) {
    #expect(throws: (any Error).self) { try InlineSVG.make(from: text, title: "x") }
  }
}
