import Documents

/// Nodes in rows, held in their order and in columns by edges that are not drawn.
struct Grid {
  /// The nodes, row by row.
  var rows: [[DOT.Statement]]

  /// Rows of at most so many nodes.
  init(_ nodes: [DOT.Statement], columns: Int) {
    rows = stride(from: 0, to: nodes.count, by: columns).map {
      Array(nodes[$0..<min($0 + columns, nodes.count)])
    }
  }

  /// The rows as they are; empty ones are left out.
  init(rows: [[DOT.Statement]]) {
    self.rows = rows.filter { !$0.isEmpty }
  }

  /// The statements that make Graphviz draw it.
  var statements: [DOT.Statement] {
    var statements = rows.map { row in DOT.Statement.row(row + Self.chain(row.compactMap(\.firstNode))) }
    for (above, below) in zip(rows, rows.dropFirst()) {
      for (upper, lower) in zip(above, below) {
        if let from = upper.firstNode, let to = lower.firstNode { statements.append(Self.hidden(from, to)) }
      }
    }
    return statements
  }

  /// Edges that keep nodes of one rank in an order.
  static func chain(_ names: [String]) -> [DOT.Statement] {
    zip(names, names.dropFirst()).map { hidden($0, $1) }
  }

  /// An edge that only puts one node before another.
  static func hidden(_ from: String, _ to: String) -> DOT.Statement {
    .edge(from: from, to: to, [.setting("style", "invis")])
  }
}

extension DOT.Statement {
  /// The name of the first node of its last row.
  var bottomNode: String? {
    switch self {
    case .node(let name, _): name
    case .cluster(_, _, let inside): inside.reversed().lazy.compactMap(\.bottomNode).first
    case .row(let inside): inside.lazy.compactMap(\.firstNode).first
    case .edge, .nodeDefaults, .edgeDefaults: nil
    }
  }

  /// The name of the first node in it.
  var firstNode: String? {
    switch self {
    case .node(let name, _): name
    case .cluster(_, _, let inside), .row(let inside): inside.lazy.compactMap(\.firstNode).first
    case .edge, .nodeDefaults, .edgeDefaults: nil
    }
  }
}
