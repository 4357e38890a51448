import Documents

/// What a diagram uses, as its legend explains it.
struct Legend {
  private var looks: [(kind: String, isBox: Bool)] = []
  private var lines: Set<Line> = []

  mutating func note(node kind: String) { note(kind, isBox: false) }

  mutating func note(box kind: String) { note(kind, isBox: true) }

  mutating func note(_ line: Line) { lines.insert(line) }

  private mutating func note(_ kind: String, isBox: Bool) {
    if !looks.contains(where: { $0 == (kind, isBox) }) { looks.append((kind, isBox)) }
  }

  var entries: [Diagram.LegendEntry] {
    let nodes = Set(looks.filter { !$0.isBox }.map(\.kind))
    return looks.map { look in
      sample(
        of: look.kind, isBox: look.isBox, words: look.isBox && nodes.contains(look.kind) ? " with what is in it" : "")
    } + Line.allCases.filter(lines.contains).map(sample)
  }

  private static let paper: [DOT.Attribute] = [.setting("bgcolor", "transparent"), .setting("pad", "0.03")]
  private static let size: [DOT.Attribute] = [.label(""), .setting("width", "0.42"), .setting("height", "0.26")]

  private func sample(of kind: String, isBox: Bool, words: String) -> Diagram.LegendEntry {
    let style = KindStyle.of(kind)
    let cssClass = "kind-\(URLText.percentEncoded(kind))"
    let look = isBox ? [.setting("shape", "box")] + Array(style.boxAttributes.prefix(3)) : style.attributes
    let dot = DOT.print(graph: "legend", Self.paper, [.node("sample", Self.size + look + [.classes(cssClass)])])
    return Diagram.LegendEntry(cssClass: cssClass, label: style.title + words, sample: dot.text)
  }

  private func sample(of line: Line) -> Diagram.LegendEntry {
    let ends = ["a", "b"].map { name -> DOT.Statement in
      .node(name, [.setting("shape", "point"), .setting("style", "invis"), .setting("width", "0.01")])
    }
    let edge = DOT.Statement.edge(from: "a", to: "b", line.attributes + Line.common + [.classes(line.cssClass)])
    let dot = DOT.print(
      graph: "legend", Self.paper + [.setting("rankdir", "LR"), .setting("ranksep", "0.4")], ends + [edge])
    return Diagram.LegendEntry(cssClass: line.cssClass, label: line.rawValue, sample: dot.text)
  }
}
