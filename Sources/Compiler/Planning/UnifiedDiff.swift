import Documents

/// Two versions of a file as the lines that differ, in the unified format that `patch` and people read.
struct UnifiedDiff {
  /// How many common lines stand around those that differ.
  private static let context = 3

  /// The diff, each line ended; empty for equal versions.
  ///
  /// - Parameters:
  ///   - path: The file's path.
  ///   - old: The lines that were; nil for a file that is new.
  ///   - new: The lines that will be; nil for a file that goes.
  /// - Returns: The text.
  static func text(_ path: String, from old: [String]?, to new: [String]?) -> String {
    let (left, right) = (old ?? [], new ?? [])
    let hunks = LineDiff(left, right).hunks
    guard !hunks.isEmpty else { return "" }
    var text = "--- \(old == nil ? "/dev/null" : "a/\(path)")\n+++ \(new == nil ? "/dev/null" : "b/\(path)")\n"
    for group in groups(of: hunks) {
      guard let first = group.first, let last = group.last else { continue }
      let before = min(first.old.lowerBound, context)
      let after = min(left.count - last.old.upperBound, context)
      let oldRange = (first.old.lowerBound - before)..<(last.old.upperBound + after)
      let newRange = (first.new.lowerBound - before)..<(last.new.upperBound + after)
      text += "@@ -\(position(oldRange)) +\(position(newRange)) @@\n"
      var at = oldRange.lowerBound
      for hunk in group {
        for line in left[at..<hunk.old.lowerBound] { text += " \(line)\n" }
        for line in left[hunk.old] { text += "-\(line)\n" }
        for line in right[hunk.new] { text += "+\(line)\n" }
        at = hunk.old.upperBound
      }
      for line in left[at..<oldRange.upperBound] { text += " \(line)\n" }
    }
    return text
  }

  /// Stretches that lie so near to each other that their common lines would meet.
  private static func groups(of hunks: [LineDiff.Hunk]) -> [[LineDiff.Hunk]] {
    var groups: [[LineDiff.Hunk]] = []
    for hunk in hunks {
      if let last = groups.last?.last, hunk.old.lowerBound - last.old.upperBound <= 2 * context {
        groups[groups.count - 1].append(hunk)
      } else {
        groups.append([hunk])
      }
    }
    return groups
  }

  /// First line and count; a stretch without lines stands after the line before it.
  private static func position(_ range: Range<Int>) -> String {
    "\(range.isEmpty ? range.lowerBound : range.lowerBound + 1),\(range.count)"
  }
}
