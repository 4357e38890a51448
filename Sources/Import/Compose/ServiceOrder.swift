/// The order of the services of a project: who may need whom without anybody needing itself in the end.
struct ServiceOrder {
  private var reaches: [String: Set<String>] = [:]

  /// Takes the edges one after the other; one that would close a circle is left out.
  init(_ edges: [(from: String, to: String)]) {
    for edge in edges where edge.from != edge.to && !isReachable(edge.from, from: edge.to) {
      reaches[edge.from, default: []].insert(edge.to)
    }
  }

  /// Whether a service may need another.
  func allows(_ service: String, needs other: String) -> Bool {
    reaches[service]?.contains(other) == true
  }

  private func isReachable(_ goal: String, from start: String) -> Bool {
    var seen: Set = [start]
    var rest = [start]
    while let next = rest.popLast() {
      if next == goal { return true }
      for other in reaches[next] ?? [] where seen.insert(other).inserted { rest.append(other) }
    }
    return false
  }
}
