/// The parts of a directed graph in which everything reaches everything: Tarjan's algorithm, without recursion.
struct StrongComponents {
  private var component: [Int]
  private var isRing: [Bool] = []

  /// Whether two nodes lie on a ring together; for one node, whether it has an edge to itself or lies on a ring.
  func areTogether(_ one: Int, _ other: Int) -> Bool {
    component[one] == component[other] && component[one] >= 0 && isRing[component[one]]
  }

  /// - Parameters:
  ///   - count: How many nodes there are.
  ///   - edges: Where the edges of a node lead; asked once for each.
  init(count: Int, edges: (Int) -> [Int]) {
    component = Array(repeating: -1, count: count)
    var index = Array(repeating: -1, count: count)
    var low = Array(repeating: 0, count: count)
    var isOpen = Array(repeating: false, count: count)
    var open: [Int] = []
    var frames: [(node: Int, edges: [Int], next: Int)] = []
    var counter = 0
    func visit(_ node: Int) {
      index[node] = counter
      low[node] = counter
      counter += 1
      open.append(node)
      isOpen[node] = true
      frames.append((node, edges(node), 0))
    }
    for root in 0..<count where index[root] < 0 {
      visit(root)
      while let frame = frames.last {
        if frame.next < frame.edges.count {
          frames[frames.count - 1].next += 1
          let other = frame.edges[frame.next]
          if index[other] < 0 {
            visit(other)
          } else if isOpen[other] {
            low[frame.node] = min(low[frame.node], index[other])
          }
          continue
        }
        frames.removeLast()
        if let parent = frames.last { low[parent.node] = min(low[parent.node], low[frame.node]) }
        guard low[frame.node] == index[frame.node] else { continue }
        var size = 0
        while let member = open.popLast() {
          isOpen[member] = false
          component[member] = isRing.count
          size += 1
          if member == frame.node { break }
        }
        isRing.append(size > 1 || frame.edges.contains(frame.node))
      }
    }
  }
}
