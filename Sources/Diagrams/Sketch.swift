import Diagnostics
import Documents
import LabModel

/// A diagram in the making: turns things of a lab into nodes, boxes and lines, and keeps account of them.
struct Sketch {
  let id: String
  let lab: ResolvedLab
  let page: (ThingID) -> String?

  private(set) var things: [ThingID] = []
  private(set) var links: [Diagram.Link] = []
  private(set) var legend = Legend()
  private var edges: [DOT.Statement] = []
  private var drawn: Set<ThingID> = []
  private var shownLinks: Set<Diagram.Link> = []
  /// For each thing that is drawn as a box, a node inside: Graphviz ties a line to that and cuts it off at the box.
  private var anchors: [ThingID: String] = [:]

  init(_ id: String, of lab: ResolvedLab, page: @escaping (ThingID) -> String?) {
    self.id = id
    self.lab = lab
    self.page = page
  }

  /// A node for a thing, with details below its name; the place tells the nodes of a thing apart that is drawn in several.
  mutating func node(_ thing: ThingID, _ details: String = "", in place: String = "") -> DOT.Statement {
    note(thing)
    legend.note(node: thing.kind)
    let label = details.isEmpty ? [thing.name] : [thing.name, details]
    return .node(
      identity(of: thing, in: place),
      attributes(of: thing, label: label, in: place) + KindStyle.of(thing.kind).attributes)
  }

  /// A node for something that has no page, such as a range of addresses.
  mutating func node(named name: String, kind: String, label: [String]) -> DOT.Statement {
    legend.note(node: kind)
    return .node(
      URLText.percentEncoded("\(id)-\(kind)-\(name)"),
      [.label(Self.short(label)), .classes("kind-\(kind)")] + KindStyle.of(kind).attributes)
  }

  /// A node that says that a box is empty.
  func placeholder(in thing: ThingID) -> DOT.Statement {
    .node(
      identity(of: thing) + "-empty",
      [
        .label("nothing here"), .classes("empty"), .setting("shape", "plaintext"), .setting("fontcolor", "#596676"),
      ])
  }

  /// A box round what belongs to a thing; it must not be empty.
  mutating func box(_ thing: ThingID, _ inside: [DOT.Statement], details: String = "") -> DOT.Statement {
    note(thing)
    legend.note(box: thing.kind)
    anchors[thing] = inside.lazy.compactMap(\.firstNode).first
    let label = details.isEmpty ? ["\(KindStyle.of(thing.kind).title) \(thing.name)"] : [thing.name, details]
    return .cluster(
      identity(of: thing), attributes(of: thing, label: label) + KindStyle.of(thing.kind).boxAttributes, inside)
  }

  /// A line from one thing to another.
  mutating func line(_ from: ThingID, _ line: Line, _ to: ThingID) {
    self.line(from, line, to, drawnFrom: from, to: to)
  }

  /// A line between two things that others stand for; what would be drawn twice is drawn once.
  mutating func line(_ from: ThingID, _ line: Line, _ to: ThingID, drawnFrom start: ThingID, to end: ThingID) {
    links.append(Diagram.Link(from: from, words: line.rawValue, to: to))
    let shown = Diagram.Link(from: start, words: line.rawValue, to: end)
    if shownLinks.insert(shown).inserted { edge(start, line, end) }
  }

  /// A line between two nodes of one thing: its first and the one in another place.
  mutating func tie(_ thing: ThingID, in place: String) {
    let line = Line.sameThing
    legend.note(line)
    edges.append(.edge(from: identity(of: thing), to: identity(of: thing, in: place), line.attributes))
  }

  /// One line that stands for those of several things in a box.
  mutating func line(from things: [ThingID], in box: ThingID, _ line: Line, _ to: ThingID) {
    links += things.map { Diagram.Link(from: $0, words: line.rawValue, to: to) }
    edge(box, line, to, count: things.count)
  }

  private mutating func edge(_ from: ThingID, _ line: Line, _ to: ThingID, count: Int = 0) {
    legend.note(line)
    let who = count == 0 ? from.name : "\(count) of \(from.name)"
    var attributes: [DOT.Attribute] =
      line.attributes + [
        .tooltip(Self.short(["\(who) \(line.rawValue) \(to.name)"], limit: 200)),
        .classes(line.cssClass, "from-\(identity(of: from))", "to-\(identity(of: to))"),
      ]
    if count > 0 { attributes.append(.label("\(count)")) }
    if anchors[from] != nil { attributes.append(.setting("ltail", DOT.clusterName(identity(of: from)))) }
    if anchors[to] != nil { attributes.append(.setting("lhead", DOT.clusterName(identity(of: to)))) }
    edges.append(
      .edge(from: anchors[from] ?? identity(of: from), to: anchors[to] ?? identity(of: to), attributes))
  }

  /// The finished diagram.
  func diagram(
    title: String, summary: String, _ statements: [DOT.Statement], _ settings: [DOT.Attribute] = []
  ) -> Diagram {
    let text: [DOT.Attribute] = [.setting("fontname", "Helvetica"), .setting("fontsize", "13.3")]
    let dot = DOT.print(
      graph: "\(lab.name)-\(id)",
      text + [
        .setting("bgcolor", "transparent"), .setting("compound", "true"), .setting("newrank", "true"),
        .setting("nodesep", "0.22"), .setting("ranksep", "0.4"),
      ] + settings,
      [
        .nodeDefaults(text + [.setting("margin", "0.18,0.07"), .setting("height", "0.3")]),
        .edgeDefaults(text + Line.common),
      ] + statements + edges)
    return Diagram(
      id: id, title: title, summary: summary, things: things, links: links, legend: legend.entries, dot: dot)
  }

  /// The identity of a thing in the picture: one word, whatever the thing is called.
  private func identity(of thing: ThingID, in place: String = "") -> String {
    URLText.percentEncoded("\(id)-\(thing.kind)-\(thing.name)\(place.isEmpty ? "" : "@\(place)")")
  }

  private mutating func note(_ thing: ThingID) {
    if drawn.insert(thing).inserted { things.append(thing) }
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

  /// Lines of text that fit into a node: Graphviz gives up on very wide ones.
  private static func short(_ lines: [String], limit: Int = 48) -> String {
    lines.map { $0.count > limit ? $0.prefix(limit - 1) + "…" : $0 }.joined(separator: "\n")
  }
}
