/// Prints graphs in Graphviz' language.
///
/// Graphs always have a name: Graphviz numbers those without, and the picture would differ from one run to the next.
public enum DOT {
  /// One attribute of a graph, cluster, node or edge.
  public struct Attribute: Sendable, Hashable {
    let name: String
    let value: String

    /// A setting, such as `shape` or `rankdir`; the value is read as exactly this text.
    public static func setting(_ name: StaticString, _ value: String) -> Attribute {
      Attribute(name: name.description, value: escape(value))
    }

    /// Text that is shown, such as `label`: backslashes and `&name;` mean nothing in it, line breaks stay.
    public static func text(_ name: StaticString, _ value: String) -> Attribute {
      var shown = ""
      for scalar in value.unicodeScalars {
        if scalar == "&" { shown += "&amp;" } else { shown.unicodeScalars.append(scalar) }
      }
      return Attribute(name: name.description, value: escape(shown))
    }

    /// What is written in or at the thing.
    public static func label(_ value: String) -> Attribute { text("label", value) }

    /// What is shown when the pointer rests on the thing.
    public static func tooltip(_ value: String) -> Attribute { text("tooltip", value) }

    /// The identity that the thing has in the picture.
    public static func id(_ value: String) -> Attribute { text("id", value) }

    /// The classes by which style sheets find the thing.
    public static func classes(_ names: String...) -> Attribute { text("class", names.joined(separator: " ")) }

    /// Where a click on the thing leads: a path, percent-encoded here because Graphviz escapes nothing in it.
    public static func url(_ path: String) -> Attribute {
      Attribute(name: "URL", value: URLText.percentEncoded(path))
    }
  }

  /// What a graph or a cluster holds.
  public enum Statement: Sendable, Hashable {
    /// A node, known by its name.
    case node(String, [Attribute])
    /// An edge from one node to another.
    case edge(from: String, to: String, [Attribute])
    /// A box round statements, known by its name.
    case cluster(String, [Attribute], [Statement])
    /// Statements whose nodes stand on one rank.
    case row([Statement])
    /// What all nodes that follow have in common.
    case nodeDefaults([Attribute])
    /// What all edges that follow have in common.
    case edgeDefaults([Attribute])
  }

  /// Prints a directed graph.
  ///
  /// - Parameters:
  ///   - name: Its name.
  ///   - attributes: Its own attributes.
  ///   - statements: What it holds, in order.
  /// - Returns: The lines.
  public static func print(
    graph name: String, _ attributes: [Attribute] = [], _ statements: [Statement]
  ) -> PrintedText {
    var out = TextWriter()
    write("digraph \(identifier(name))", attributes, statements, to: &out)
    return out.printed
  }

  private static func write(
    _ opening: String, _ attributes: [Attribute], _ statements: [Statement], to out: inout TextWriter
  ) {
    out.line(opening.isEmpty ? "{" : opening + " {")
    out.indented { out in
      for attribute in attributes { out.line("\(attribute.name)=\"\(attribute.value)\";") }
      for statement in statements { write(statement, to: &out) }
    }
    out.line("}")
  }

  private static func write(_ statement: Statement, to out: inout TextWriter) {
    switch statement {
    case .node(let name, let attributes): out.line(identifier(name) + list(attributes) + ";")
    case .edge(let from, let to, let attributes):
      out.line("\(identifier(from)) -> \(identifier(to))\(list(attributes));")
    case .cluster(let name, let attributes, let statements):
      write("subgraph \(identifier("cluster_" + name))", attributes, statements, to: &out)
    case .row(let statements): write("", [.setting("rank", "same")], statements, to: &out)
    case .nodeDefaults(let attributes): out.line("node\(list(attributes));")
    case .edgeDefaults(let attributes): out.line("edge\(list(attributes));")
    }
  }

  private static func list(_ attributes: [Attribute]) -> String {
    if attributes.isEmpty { return "" }
    return " [" + attributes.map { "\($0.name)=\"\($0.value)\"" }.joined(separator: ", ") + "]"
  }

  /// The name by which the attributes `lhead` and `ltail` of an edge know a cluster.
  public static func clusterName(_ name: String) -> String { "cluster_" + encoded(name) }

  /// A name in quotes: Graphviz does not undo escapes in names, so what needs one is percent-encoded.
  private static func identifier(_ name: String) -> String { "\"\(encoded(name))\"" }

  private static func encoded(_ name: String) -> String {
    var encoded = ""
    for scalar in name.unicodeScalars {
      if scalar == "\"" || scalar == "\\" || scalar == "%" || UnsafeCharacters.mustBeEscaped(scalar) {
        encoded += URLText.percentEncoded(scalar)
      } else {
        encoded.unicodeScalars.append(scalar)
      }
    }
    return encoded
  }

  private static func escape(_ value: String) -> String {
    var escaped = ""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": escaped += "\\\""
      case "\\": escaped += "\\\\"
      case "\n": escaped += "\\n"
      case _ where UnsafeCharacters.mustBeEscaped(scalar): escaped += scalar == "\t" ? " " : "\u{FFFD}"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
