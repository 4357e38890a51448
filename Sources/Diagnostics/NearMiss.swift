/// Names that a mistyped name may have meant.
public enum NearMiss {
  /// The candidates nearest to a name, best first: those within a third of its length in single-letter edits (at least
  /// one, at most three; a swap of neighbours is one edit), and those that the name is a part of.
  ///
  /// - Parameters:
  ///   - name: What was written.
  ///   - candidates: What could have been meant.
  ///   - limit: The most candidates to return.
  /// - Returns: The names, none where nothing is near.
  public static func candidates(for name: String, in candidates: some Sequence<String>, limit: Int = 3) -> [String] {
    let written = Array(name.lowercased())
    let allowed = max(1, min(3, written.count / 3))
    var ranked: [(distance: Int, name: String)] = []
    for candidate in Set(candidates) where candidate != name {
      let distance = distance(written, Array(candidate.lowercased()))
      if distance <= allowed {
        ranked.append((distance, candidate))
      } else if written.count >= 3, candidate.lowercased().contains(name.lowercased()) {
        ranked.append((allowed + 1, candidate))
      }
    }
    return ranked.sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }.prefix(limit).map(\.name)
  }

  /// The solution line for a mistyped name: `did you mean 'photos'?`, or nothing.
  public static func suggestion(for name: String, in candidates: some Sequence<String>) -> String? {
    let names = Self.candidates(for: name, in: candidates).map { "'\($0)'" }
    guard let last = names.last else { return nil }
    let head = names.dropLast().joined(separator: ", ")
    return "did you mean \(head.isEmpty ? last : "\(head) or \(last)")?"
  }

  /// Optimal string alignment distance: insert, delete, replace, swap of neighbours.
  static func distance(_ left: [Character], _ right: [Character]) -> Int {
    if left.isEmpty || right.isEmpty { return max(left.count, right.count) }
    var beforeLast = [Int](repeating: 0, count: right.count + 1)
    var last = Array(0...right.count)
    for row in 1...left.count {
      var current = [row] + [Int](repeating: 0, count: right.count)
      for column in 1...right.count {
        let replace = last[column - 1] + (left[row - 1] == right[column - 1] ? 0 : 1)
        var best = min(replace, last[column] + 1, current[column - 1] + 1)
        if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
          best = min(best, beforeLast[column - 2] + 1)
        }
        current[column] = best
      }
      (beforeLast, last) = (last, current)
    }
    return last[right.count]
  }
}
