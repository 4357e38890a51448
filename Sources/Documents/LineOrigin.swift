import Diagnostics

/// What a line depends on: the place it stands for, and others whose values it shows.
struct LineOrigin {
  var place: SourceLocation?
  var others: [SourceLocation] = []

  /// What the lines of a node depend on that stands inside of something.
  ///
  /// A node with a place of its own stands for that alone; one without stands for what is around it. Either way it may
  /// show values of others.
  init(of node: Node, inside outer: LineOrigin?) {
    if let origin = node.origin {
      (place, others) = (origin, node.others)
    } else {
      place = outer?.place
      others = outer?.others ?? []
      // Adding nothing would copy the list, once for every node of a tree.
      if !node.others.isEmpty { others += node.others }
    }
  }
}
