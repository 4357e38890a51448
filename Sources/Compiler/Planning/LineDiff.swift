/// Which lines two texts have in common, and which stand in one of them only.
///
/// Lines that occur once in both texts are anchors (patience diff): between them, small stretches are compared line by
/// line, and large ones count as replaced, so that the time stays in proportion to the texts.
struct LineDiff {
  /// Lines that stand in one of the texts only, as positions counted from 0.
  struct Hunk: Hashable {
    /// The lines that go.
    var old: Range<Int>
    /// The lines that come.
    var new: Range<Int>
  }

  /// The stretches that differ, in order.
  private(set) var hunks: [Hunk] = []

  /// How many lines come.
  var added: Int { hunks.reduce(0) { $0 + $1.new.count } }
  /// How many lines go.
  var removed: Int { hunks.reduce(0) { $0 + $1.old.count } }

  private let old: [Int]
  private let new: [Int]
  /// A stretch of so many lines at most is compared line by line.
  private static let small = 400

  /// Compares two texts, given as lines.
  init(_ old: [String], _ new: [String]) {
    var numbers: [String: Int] = [:]
    func number(_ line: String) -> Int {
      if let number = numbers[line] { return number }
      numbers[line] = numbers.count
      return numbers.count - 1
    }
    self.old = old.map(number)
    self.new = new.map(number)
    compare(0..<old.count, 0..<new.count)
  }

  private mutating func compare(_ left: Range<Int>, _ right: Range<Int>) {
    var (left, right) = (left, right)
    while let first = left.first, let other = right.first, old[first] == new[other] {
      left = (first + 1)..<left.upperBound
      right = (other + 1)..<right.upperBound
    }
    while let last = left.last, let other = right.last, old[last] == new[other] {
      left = left.lowerBound..<last
      right = right.lowerBound..<other
    }
    if left.isEmpty && right.isEmpty { return }
    let anchors = left.isEmpty || right.isEmpty ? [] : self.anchors(left, right)
    guard !anchors.isEmpty else { return settle(left, right) }
    var (atLeft, atRight) = (left.lowerBound, right.lowerBound)
    for anchor in anchors {
      compareSmall(atLeft..<anchor.old, atRight..<anchor.new)
      (atLeft, atRight) = (anchor.old + 1, anchor.new + 1)
    }
    compareSmall(atLeft..<left.upperBound, atRight..<right.upperBound)
  }

  /// What lies between two anchors; it has anchors of its own where lines are unique there that are not in the whole.
  private mutating func compareSmall(_ left: Range<Int>, _ right: Range<Int>) {
    if !left.isEmpty && !right.isEmpty { return compare(left, right) }
    if !left.isEmpty || !right.isEmpty { add(left, right) }
  }

  private mutating func settle(_ left: Range<Int>, _ right: Range<Int>) {
    guard !left.isEmpty, !right.isEmpty, left.count <= Self.small, right.count <= Self.small else {
      return add(left, right)
    }
    let difference = Array(new[right]).difference(from: Array(old[left]))
    let gone = Set(difference.removals.map { change in Self.offset(change) + left.lowerBound })
    let come = Set(difference.insertions.map { change in Self.offset(change) + right.lowerBound })
    var (atLeft, atRight) = (left.lowerBound, right.lowerBound)
    while atLeft < left.upperBound || atRight < right.upperBound {
      let (startLeft, startRight) = (atLeft, atRight)
      while gone.contains(atLeft) { atLeft += 1 }
      while come.contains(atRight) { atRight += 1 }
      if startLeft < atLeft || startRight < atRight { add(startLeft..<atLeft, startRight..<atRight) }
      if atLeft < left.upperBound || atRight < right.upperBound { (atLeft, atRight) = (atLeft + 1, atRight + 1) }
    }
  }

  private static func offset(_ change: CollectionDifference<Int>.Change) -> Int {
    switch change {
    case .insert(let offset, _, _), .remove(let offset, _, _): offset
    }
  }

  private mutating func add(_ left: Range<Int>, _ right: Range<Int>) {
    if let last = hunks.last, last.old.upperBound == left.lowerBound, last.new.upperBound == right.lowerBound {
      hunks[hunks.count - 1] = Hunk(
        old: last.old.lowerBound..<left.upperBound, new: last.new.lowerBound..<right.upperBound)
    } else {
      hunks.append(Hunk(old: left, new: right))
    }
  }

  /// Lines that occur once on both sides, as many as stand in the same order on both.
  private func anchors(_ left: Range<Int>, _ right: Range<Int>) -> [(old: Int, new: Int)] {
    let onlyLeft = Self.singles(old, left)
    let onlyRight = Self.singles(new, right)
    let pairs = onlyLeft.compactMap { line, place in onlyRight[line].map { (old: place, new: $0) } }
      .sorted { $0.old < $1.old }
    // The longest run of growing positions: piles, as in the card game that gave the method its name.
    var tops: [Int] = []
    var before: [Int?] = []
    for (index, pair) in pairs.enumerated() {
      var (low, high) = (0, tops.count)
      while low < high {
        let middle = (low + high) / 2
        if pairs[tops[middle]].new < pair.new { low = middle + 1 } else { high = middle }
      }
      before.append(low > 0 ? tops[low - 1] : nil)
      if low == tops.count { tops.append(index) } else { tops[low] = index }
    }
    var chain: [(old: Int, new: Int)] = []
    var at = tops.last
    while let index = at {
      chain.append(pairs[index])
      at = before[index]
    }
    return chain.reversed()
  }

  private static func singles(_ lines: [Int], _ range: Range<Int>) -> [Int: Int] {
    var places: [Int: Int] = [:]
    var repeated: Set<Int> = []
    for index in range where places.updateValue(index, forKey: lines[index]) != nil { repeated.insert(lines[index]) }
    for line in repeated { places[line] = nil }
    return places
  }
}
