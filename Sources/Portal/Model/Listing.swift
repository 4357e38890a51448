import Diagnostics

extension Block {
  /// An emitted file, line by line, each with where it comes from.
  struct Listing: Sendable {
    /// Lines beside each other that come from one place.
    struct Group: Sendable {
      /// The number of the first line, counted from 1.
      var first: Int
      var lines: [String]
      var origin: SourceLocation?
    }

    var lines: [String]
    var origins: [SourceLocation?]
    /// What was declared at each place.
    var owners: [SourceLocation: ThingID]

    var groups: [Group] {
      var groups: [Group] = []
      for (index, line) in lines.enumerated() {
        let origin = origins.indices.contains(index) ? origins[index] : nil
        if let last = groups.indices.last, groups[last].origin == origin {
          groups[last].lines.append(line)
        } else {
          groups.append(Group(first: index + 1, lines: [line], origin: origin))
        }
      }
      return groups
    }
  }
}
