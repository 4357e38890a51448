import Documents

/// How a kind of thing looks in diagrams: always a shape and a colour, never a colour alone.
struct KindStyle: Sendable {
  /// What the legend calls it.
  var title: String
  /// Graphviz' word for the shape.
  var shape: String
  /// Graphviz' words for the manner of drawing.
  var manner = "filled"
  /// The colour of lines; pages override it by the class `kind-...`.
  var line: String
  /// Whether boxes have their name below what is in them: lines arrive from above.
  var labelAtBottom = false
  /// The colour of the surface.
  var surface: String

  /// Looks by kind; a kind of one's own looks like ``other``.
  private static let all: [String: KindStyle] = [
    "host": KindStyle(title: "host", shape: "box3d", line: "#5646b0", surface: "#eeedf8"),
    "vm": KindStyle(title: "VM", shape: "box", line: "#09696b", surface: "#e6f0f0"),
    "service": KindStyle(
      title: "service", shape: "box", manner: "rounded,filled", line: "#1d6b36", surface: "#e8f0eb"),
    "nas": KindStyle(title: "NAS", shape: "cylinder", line: "#845300", labelAtBottom: true, surface: "#f3eee6"),
    "pool": KindStyle(title: "storage pool", shape: "cylinder", line: "#845300", surface: "#f3eee6"),
    "storage-class": KindStyle(title: "storage class", shape: "tab", line: "#845300", surface: "#f3eee6"),
    "vip": KindStyle(title: "VIP", shape: "cds", line: "#a22c73", surface: "#f6eaf1"),
    "load-balancer": KindStyle(title: "load balancer", shape: "cds", line: "#a22c73", surface: "#f6eaf1"),
    "cluster": KindStyle(title: "cluster", shape: "octagon", line: "#83379f", surface: "#f3ebf5"),
    "namespace": KindStyle(title: "namespace", shape: "folder", line: "#83379f", surface: "#f3ebf5"),
    "network": KindStyle(title: "network", shape: "box", manner: "filled", line: "#1c5cae", surface: "#e8eff7"),
    "range": KindStyle(title: "range of addresses", shape: "note", line: "#1c5cae", surface: "#e8eff7"),
  ]

  private static let other = KindStyle(
    title: "", shape: "component", line: "#465364", surface: "#edeef0")

  /// A node of the kind.
  var attributes: [DOT.Attribute] {
    [
      .setting("shape", shape), .setting("style", manner), .setting("color", line), .setting("fillcolor", surface),
    ]
  }

  /// A box of the kind round other things.
  var boxAttributes: [DOT.Attribute] {
    [
      .setting("style", "rounded,filled"), .setting("color", line), .setting("fillcolor", "#fafbfc"),
      .setting("margin", "10"), .setting("labelloc", labelAtBottom ? "b" : "t"),
    ]
  }

  /// How a kind looks.
  static func of(_ kind: String) -> KindStyle {
    if let known = all[kind] { return known }
    var style = other
    style.title = kind
    return style
  }
}
