import Documents

/// Turns the picture that Graphviz wrote into one that stands inside a page: named, linked, and dressed by the page's own
/// style sheet.
///
/// - No prologue, no comments, no background, no fixed height; `viewBox` and `width` stay.
/// - Classes stay, identities that the graph gave stay, those that Graphviz made up go: several pictures on one page do not
///   get into each other's way. Colours stay as attributes, which any style sheet overrides.
/// - A link has its text as its name; a tooltip becomes the `<title>`, which browsers show.
public struct InlineSVG {
  private var bytes: [UInt8] = []

  /// Converts a picture.
  ///
  /// - Parameters:
  ///   - svg: What Graphviz wrote.
  ///   - title: What the picture shows, for those who do not see it.
  /// - Returns: An `svg` element.
  /// - Throws: An error if the picture is not what Graphviz writes.
  public static func make(from svg: String, title: String) throws -> String {
    let root = try MarkupReader.read(svg)
    guard root.name == "svg", let viewBox = root["viewBox"], let width = root["width"] else {
      throw MarkupReader.Malformed()
    }
    var inside = InlineSVG()
    for element in root.elements { inside.write(graph: element) }
    var html = HTML()
    html.element(
      "svg", .named("xmlns", "http://www.w3.org/2000/svg"), .named("viewBox", String(viewBox)),
      .named("width", String(width.prefix { $0.isNumber || $0 == "." })), .named("role", "graphics-document"),
      .aria("label", title)
    ) { html in
      html.raw(alreadyRendered: "\n" + String(decoding: inside.bytes, as: UTF8.self))
    }
    return html.text + "\n"
  }

  private mutating func write(graph: Markup.Element) {
    open("g", [("class", "graph"), ("transform", graph["transform"] ?? "")])
    for element in graph.elements where element.name != "title" {
      // The sheet of paper that Graphviz puts under the picture.
      if element["stroke"] == "transparent" && element.name == "polygon" { continue }
      write(element)
    }
    close("g")
  }

  private mutating func write(_ element: Markup.Element) {
    let classes = element.classes
    if element.name == "g", let role = classes.first, ["node", "cluster", "edge"].contains(role) {
      write(thing: element, isEdge: role == "edge")
    } else if element.name == "g" || element.name == "a" && element["xlink:href"] == nil {
      for child in element.elements { write(child) }
    } else if element.name == "a" {
      write(link: element)
    } else if element.children.isEmpty {
      put("<\(element.name)")
      for attribute in element.attributes { put(" \(attribute.name)=\"\(attribute.value)\"") }
      put("/>\n")
    } else {
      put("<\(element.name)")
      for attribute in element.attributes { put(" \(attribute.name)=\"\(Self.drawn(attribute))\"") }
      put(">")
      for text in element.texts { put(text) }
      put("</\(element.name)>\n")
    }
  }

  private mutating func write(thing: Markup.Element, isEdge: Bool) {
    var attributes: [(name: String, value: Substring)] = [("class", thing["class"] ?? "")]
    if let id = thing["id"], !Self.isMadeUp(id) { attributes.insert(("id", id), at: 0) }
    open("g", attributes)
    if let title = Self.tooltip(of: thing) ?? (isEdge ? nil : Substring(Self.label(of: thing))) {
      put("<title>\(title)</title>\n")
    }
    for element in thing.elements where element.name != "title" { write(element) }
    close("g")
  }

  private mutating func write(link: Markup.Element) {
    open("a", [("href", link["xlink:href"] ?? ""), ("aria-label", Substring(Self.label(of: link)))])
    for element in link.elements { write(element) }
    close("a")
  }

  private mutating func open(_ name: String, _ attributes: [(name: String, value: Substring)]) {
    put("<\(name)")
    for attribute in attributes { put(" \(attribute.name)=\"\(attribute.value)\"") }
    put(">\n")
  }

  private mutating func close(_ name: String) {
    put("</\(name)>\n")
  }

  private mutating func put(_ text: some StringProtocol) {
    bytes.append(contentsOf: text.utf8)
  }

  /// Text is drawn a tenth smaller than it was laid out: readers' fonts are wider than those that Graphviz reckons with.
  private static func drawn(_ attribute: (name: Substring, value: Substring)) -> Substring {
    guard attribute.name == "font-size", let size = Double(attribute.value),
      let tenths = Int(exactly: (size * 9).rounded())
    else { return attribute.value }
    return "\(tenths / 10).\(tenths % 10)"
  }

  /// `node12`, `edge3`, `clust1`: Graphviz' own numbers.
  private static func isMadeUp(_ id: Substring) -> Bool {
    ["node", "edge", "clust"].contains { id.hasPrefix($0) && id.dropFirst($0.count).allSatisfy(\.isNumber) }
  }

  private static func label(of element: Markup.Element) -> String {
    element.elements.filter { $0.name != "title" }.flatMap(\.texts).joined(separator: " ")
  }

  private static func tooltip(of element: Markup.Element) -> Substring? {
    for child in element.elements {
      if child.name == "a", let title = child["xlink:title"] { return title }
      if let title = tooltip(of: child) { return title }
    }
    return nil
  }
}
