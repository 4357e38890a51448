/// Finds many needles in a stream of bytes at once: the automaton of Aho and Corasick.
///
/// Its state is one number. The depth of a state is how many of the last bytes could still become a needle, so that no
/// more than these need be held back. No kept Swift package does this, and Hyperscan, which does, is for one kind of
/// processor only and does not tell what to hold back.
final class NeedleAutomaton: Sendable {
  /// A state: what was read since its needle's beginning.
  struct Node {
    /// The byte that leads to it.
    var label: UInt8 = 0
    /// The name that goes with the longest needle ending here.
    var name: Int32 = -1
    /// The first of the states that one more byte leads to.
    var child: Int32 = 0
    /// The next state that is led to from where this one is.
    var sibling: Int32 = 0
    /// The state of the longest end of this one that is the beginning of a needle, too.
    var fallback: Int32 = 0
    /// How many bytes it stands for.
    var depth: Int32 = 0
    /// How long the longest needle is that ends here; 0 if none does.
    var match: Int32 = 0
  }

  /// Nothing has been read that could become a needle.
  static let start: Int32 = 0

  let nodes: [Node]
  /// Where each byte leads from the start.
  let first: [Int32]

  /// Makes the automaton.
  ///
  /// - Parameter needles: The needles, none of them empty, with the numbers of their names.
  init(_ needles: [(bytes: [UInt8], name: Int32)]) {
    var nodes = [Node()]
    nodes.reserveCapacity(needles.reduce(1) { $0 + $1.bytes.count })
    var first = [Int32](repeating: 0, count: 256)
    for needle in needles {
      var state = Self.start
      for byte in needle.bytes {
        var next =
          state == Self.start ? first[Int(byte)] : nodes.withUnsafeBufferPointer { Self.child(of: state, byte, $0) }
        if next == Self.start {
          next = Int32(nodes.count)
          var node = Node()
          node.label = byte
          node.depth = nodes[Int(state)].depth + 1
          if state == Self.start {
            first[Int(byte)] = next
          } else {
            node.sibling = nodes[Int(state)].child
            nodes[Int(state)].child = next
          }
          nodes.append(node)
        }
        state = next
      }
      if nodes[Int(state)].match == 0 {
        nodes[Int(state)].match = nodes[Int(state)].depth
        nodes[Int(state)].name = needle.name
      }
    }
    Self.link(&nodes, first)
    self.nodes = nodes
    self.first = first
  }

  /// Finds each state's fallback, nearest states first, and gives it the needles that end there.
  private static func link(_ nodes: inout [Node], _ first: [Int32]) {
    var queue = first.filter { $0 != start }
    var position = 0
    while position < queue.count {
      let state = queue[position]
      position += 1
      var child = nodes[Int(state)].child
      while child != start {
        let fallback = nodes.withUnsafeBufferPointer { nodes in
          first.withUnsafeBufferPointer { step(nodes[Int(state)].fallback, nodes[Int(child)].label, nodes, $0) }
        }
        nodes[Int(child)].fallback = fallback
        if nodes[Int(child)].match == 0 {
          nodes[Int(child)].match = nodes[Int(fallback)].match
          nodes[Int(child)].name = nodes[Int(fallback)].name
        }
        queue.append(child)
        child = nodes[Int(child)].sibling
      }
    }
  }

  /// The state after one more byte.
  @inline(__always)
  func step(_ state: Int32, _ byte: UInt8) -> Int32 {
    nodes.withUnsafeBufferPointer { nodes in
      first.withUnsafeBufferPointer { first in Self.step(state, byte, nodes, first) }
    }
  }

  @inline(__always)
  private static func step(
    _ state: Int32, _ byte: UInt8, _ nodes: UnsafeBufferPointer<Node>, _ first: UnsafeBufferPointer<Int32>
  ) -> Int32 {
    var state = state
    while state != start {
      let child = child(of: state, byte, nodes)
      if child != start { return child }
      state = nodes[Int(state)].fallback
    }
    return first[Int(byte)]
  }

  @inline(__always)
  private static func child(of state: Int32, _ byte: UInt8, _ nodes: UnsafeBufferPointer<Node>) -> Int32 {
    var child = nodes[Int(state)].child
    while child != start, nodes[Int(child)].label != byte { child = nodes[Int(child)].sibling }
    return child
  }
}
