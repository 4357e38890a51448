import Diagnostics
import Documents
import LabModel

/// A diagram in the making: turns things of a lab into nodes, boxes and edges, and keeps account of them.
struct Sketch {
  /// How an edge is drawn, by what it says.
  enum Line: String, CaseIterable {
    case needs
    case storedOn = "stored on"
    case heldBy = "held by"
    case sameThing = "same machine"

    var cssClass: String { rawValue.split(separator: " ").joined(separator: "-") }

    var manner: String {
      switch self {
      case .needs: "solid"
      case .storedOn: "dashed"
      case .heldBy, .sameThing: "dotted"
      }
    }

    var attributes: [DOT.Attribute] {
      let arrow: [DOT.Attribute] = self == .sameThing ? [.setting("dir", "none")] : []
      return [.setting("style", manner)] + arrow
    }
  }

  let id: String
  let lab: ResolvedLab
  let page: (ThingID) -> String?

  private(set) var things: [ThingID] = []
  private(set) var links: [Diagram.Link] = []
  private var edges: [DOT.Statement] = []
  private var drawn: Set<ThingID> = []
  private var kinds: [String] = []
  private var lines: Set<Line> = []

  init(_ id: String, of lab: ResolvedLab, page: @escaping (ThingID) -> String?) {
    self.id = id
    self.lab = lab
    self.page = page
  }

  /// The identity of a thing in the picture: one word, whatever the thing is called.
  func identity(of thing: ThingID, in place: String = "") -> String {
    URLText.percentEncoded("\(id)-\(thing.kind)-\(thing.name)\(place.isEmpty ? "" : "@\(place)")")
  }

  /// A node for a thing, with details below its name; the place tells the nodes of a thing apart that is drawn in several.
  mutating func node(_ thing: ThingID, _ details: String = "", in place: String = "") -> DOT.Statement {
    note(thing)
    return .node(
      identity(of: thing, in: place),
      attributes(of: thing, label: details.isEmpty ? [thing.name] : [thing.name, details], in: place)
        + Self.look(of: thing.kind))
  }

  /// A node for something that has no page, such as a range of addresses.
  mutating func node(named name: String, kind: String, label: [String]) -> DOT.Statement {
    note(kind: kind)
    return .node(
      URLText.percentEncoded("\(id)-\(kind)-\(name)"),
      [.label(Self.short(label)), .classes("kind-\(kind)")] + Self.look(of: kind))
  }

  /// A box round what belongs to a thing.
  mutating func box(_ thing: ThingID, _ inside: [DOT.Statement], details: String = "") -> DOT.Statement {
    note(thing)
    let style = KindStyle.of(thing.kind)
    return .cluster(
      identity(of: thing),
      attributes(of: thing, label: details.isEmpty ? [thing.name] : [thing.name, details])
        + [.setting("style", "rounded,filled"), .setting("color", style.line), .setting("fillcolor", "#fafbfc")], inside
    )
  }

  /// A line from one thing to another.
  ///
  /// - Parameters:
  ///   - from: Where it begins.
  ///   - to: Where it ends.
  ///   - line: What it says.
  ///   - places: Which of their nodes, for things drawn in several places.
  mutating func edge(
    _ from: ThingID, _ to: ThingID, _ line: Line, in places: (from: String, to: String) = ("", "")
  ) {
    let ends = (identity(of: from, in: places.from), identity(of: to, in: places.to))
    lines.insert(line)
    links.append(Diagram.Link(from: from, words: line.rawValue, to: to))
    edges.append(
      .edge(
        from: ends.0, to: ends.1,
        line.attributes + [
          .tooltip(Self.short(["\(from.name) \(line.rawValue) \(to.name)"], limit: 200)),
          .classes(line.cssClass, "from-\(ends.0)", "to-\(ends.1)"),
        ]))
  }

  /// Rows of nodes, one below the other, held in columns by edges that are not drawn.
  static func grid(_ rows: [[DOT.Statement]]) -> [DOT.Statement] {
    var statements = rows.flatMap { $0 }
    let names = rows.map { $0.compactMap(\.nodeName) }.filter { !$0.isEmpty }
    for (above, below) in zip(names, names.dropFirst()) {
      for (column, name) in below.enumerated() {
        let upper = above[min(column, above.count - 1)]
        statements.append(.edge(from: upper, to: name, [.setting("style", "invis")]))
      }
    }
    return statements
  }

  /// The finished diagram.
  func diagram(
    title: String, summary: String, _ settings: [DOT.Attribute], _ statements: [DOT.Statement]
  ) -> Diagram {
    let text: [DOT.Attribute] = [.setting("fontname", "Helvetica"), .setting("fontsize", "12")]
    let dot = DOT.print(
      graph: "\(lab.name)-\(id)",
      text + [.setting("bgcolor", "transparent"), .setting("nodesep", "0.22"), .setting("ranksep", "0.45")] + settings,
      [
        .nodeDefaults(text + [.setting("margin", "0.16,0.07"), .setting("height", "0.3")]),
        .edgeDefaults(text + [.setting("color", "#8793a1"), .setting("arrowsize", "0.7")]),
      ] + statements + edges)
    return Diagram(
      id: id, title: title, summary: summary, things: things, links: links, legend: legend, dot: dot)
  }

  private var legend: [Diagram.LegendEntry] {
    let nodes = kinds.map { kind in
      Diagram.LegendEntry(
        cssClass: "kind-\(kind)", label: KindStyle.of(kind).title,
        sample: DOT.print(
          graph: "legend", [.setting("bgcolor", "transparent"), .setting("pad", "0.02")],
          [
            .node(
              "sample",
              [.label(""), .classes("kind-\(kind)"), .setting("width", "0.42"), .setting("height", "0.26")]
                + Self.look(of: kind))
          ]
        ).text)
    }
    let edges = Line.allCases.filter(lines.contains).map { line in
      let ends = ["a", "b"].map { name -> DOT.Statement in
        .node(name, [.label(""), .setting("shape", "point"), .setting("style", "invis"), .setting("width", "0.01")])
      }
      return Diagram.LegendEntry(
        cssClass: line.cssClass, label: line.rawValue,
        sample: DOT.print(
          graph: "legend",
          [
            .setting("bgcolor", "transparent"), .setting("pad", "0.02"), .setting("rankdir", "LR"),
            .setting("ranksep", "0.4"),
          ],
          ends + [
            .edge(
              from: "a", to: "b",
              line.attributes + [.setting("color", "#8793a1"), .setting("arrowsize", "0.7"), .classes(line.cssClass)])
          ]
        ).text)
    }
    return nodes + edges
  }

  private mutating func note(_ thing: ThingID) {
    if drawn.insert(thing).inserted { things.append(thing) }
    note(kind: thing.kind)
  }

  private mutating func note(kind: String) {
    if !kinds.contains(kind) { kinds.append(kind) }
  }

  private func attributes(of thing: ThingID, label: [String], in place: String = "") -> [DOT.Attribute] {
    let summary = lab[thing]?.summary ?? ""
    let tooltip = "\(KindStyle.of(thing.kind).title) \(thing.name)" + (summary.isEmpty ? "" : ": \(summary)")
    var attributes: [DOT.Attribute] = [
      .label(Self.short(label)), .tooltip(Self.short([tooltip], limit: 200)), .id(identity(of: thing, in: place)),
      .classes("kind-\(URLText.percentEncoded(thing.kind))"),
    ]
    if let path = page(thing) { attributes.append(.url(path)) }
    return attributes
  }

  private static func look(of kind: String) -> [DOT.Attribute] {
    let style = KindStyle.of(kind)
    return [
      .setting("shape", style.shape), .setting("style", style.manner), .setting("color", style.line),
      .setting("fillcolor", style.surface),
    ]
  }

  /// Lines of text that fit into a node: Graphviz gives up on very wide ones.
  private static func short(_ lines: [String], limit: Int = 32) -> String {
    lines.map { $0.count > limit ? $0.prefix(limit - 1) + "…" : $0 }.joined(separator: "\n")
  }
}

extension DOT.Statement {
  /// The name of a node; nil for any other statement.
  fileprivate var nodeName: String? {
    if case .node(let name, _) = self { name } else { nil }
  }
}
