/// Values that each have a stretch of addresses, found by address without looking at all of them.
///
/// Stretches may overlap. Building it takes n log n; a question takes log n and what it finds.
public struct AddressIndex<Value: Sendable>: Sendable {
  private struct Entry {
    var range: ClosedRange<IPv4Address>
    var position: Int
    var value: Value
    /// The last address of all stretches in the half of the entries that this one is the middle of.
    var reach: IPv4Address
  }

  /// By first address: a binary tree whose root is the middle entry, its branches the middles of both halves, and so on.
  private var entries: [Entry]

  /// Takes values with their stretches; the order is that in which they are found.
  public init(_ values: some Sequence<(range: ClosedRange<IPv4Address>, value: Value)>) {
    entries = values.enumerated().map { position, item in
      Entry(range: item.range, position: position, value: item.value, reach: item.range.upperBound)
    }
    .sorted { $0.range.lowerBound < $1.range.lowerBound }
    _ = setReach(entries.indices)
  }

  /// Every value whose stretch shares an address with another, in the order in which they were given.
  public func values(overlapping range: ClosedRange<IPv4Address>) -> [Value] {
    var found: [Int] = []
    search(entries.indices, range, &found)
    return found.sorted { entries[$0].position < entries[$1].position }.map { entries[$0].value }
  }

  /// The first value whose stretch has an address, or nil.
  public func first(containing address: IPv4Address) -> Value? {
    var found: [Int] = []
    search(entries.indices, address...address, &found)
    return found.min { entries[$0].position < entries[$1].position }.map { entries[$0].value }
  }

  private mutating func setReach(_ half: Range<Int>) -> IPv4Address? {
    guard !half.isEmpty else { return nil }
    let middle = half.lowerBound + half.count / 2
    for branch in [half.lowerBound..<middle, middle + 1..<half.upperBound] {
      if let reach = setReach(branch), entries[middle].reach < reach { entries[middle].reach = reach }
    }
    return entries[middle].reach
  }

  private func search(_ half: Range<Int>, _ range: ClosedRange<IPv4Address>, _ found: inout [Int]) {
    guard !half.isEmpty else { return }
    let middle = half.lowerBound + half.count / 2
    let entry = entries[middle]
    guard range.lowerBound <= entry.reach else { return }
    search(half.lowerBound..<middle, range, &found)
    guard entry.range.lowerBound <= range.upperBound else { return }
    if entry.range.overlaps(range) { found.append(middle) }
    search(middle + 1..<half.upperBound, range, &found)
  }
}
