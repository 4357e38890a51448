/// Items with cores and memory that are to fit into bins: first-fit, then bounds, then every placement within a budget.
///
/// It never claims what it has not shown: `packed` comes with the placement, `impossible` with the reason.
struct BinPacking {
  /// Cores and memory of an item or a bin.
  struct Size: Sendable, Hashable {
    var cores: Int
    /// In KiB.
    var memory: Int
    /// The most cores that one item may have in a bin; for an item, its cores.
    var widest: Int
  }

  /// What came out.
  enum Outcome: Sendable, Hashable {
    /// The bin of each item.
    case packed([Int])
    case impossible(Reason)
    /// The budget ran out first.
    case notDecided
  }

  /// Why nothing fits.
  enum Reason: Sendable, Hashable {
    /// An item that fits into no bin, alone.
    case itemTooLarge(Int)
    case memory(needed: Int, free: Int)
    case cores(needed: Int, free: Int)
    /// Every placement was tried.
    case noPlacement
  }

  let items: [Size]
  let bins: [Size]
  /// How many placements of single items are tried at most.
  let budget: Int
  /// Items by size, the largest first.
  private let order: [Int]

  init(items: [Size], bins: [Size], budget: Int = 200_000) {
    self.items = items
    self.bins = bins
    self.budget = budget
    order = items.indices.sorted { (items[$1].memory, items[$1].cores, $0) < (items[$0].memory, items[$0].cores, $1) }
  }

  var outcome: Outcome {
    if items.count > 64, let placement = nextFit { return .packed(placement) }
    if let reason = bound { return .impossible(reason) }
    // A thousand hosts with as many pods each are no question for one afternoon.
    guard items.count <= 2_000_000 / max(bins.count, 1) else { return .notDecided }
    if let placement = firstFit { return .packed(placement) }
    // Deep searches are for small labs; a stack of frames per item.
    guard items.count <= 64 else { return .notDecided }
    return exhaustive
  }

  /// The largest item first, each into the bin of the one before or the next: quick, and enough where items are small.
  var nextFit: [Int]? {
    var free = bins
    var placement = Array(repeating: 0, count: items.count)
    var bin = 0
    for item in order {
      while bin < free.count, !Self.fits(items[item], free[bin]) { bin += 1 }
      guard bin < free.count else { return nil }
      Self.put(items[item], into: &free[bin])
      placement[item] = bin
    }
    return placement
  }

  /// The largest item first, each into the first bin that has room.
  var firstFit: [Int]? {
    var free = bins
    var placement = Array(repeating: 0, count: items.count)
    for item in order {
      guard let bin = free.firstIndex(where: { Self.fits(items[item], $0) }) else { return nil }
      Self.put(items[item], into: &free[bin])
      placement[item] = bin
    }
    return placement
  }

  /// What can be told without trying.
  var bound: Reason? {
    if let item = order.first(where: { item in !bins.contains { Self.fits(items[item], $0) } }) {
      return .itemTooLarge(item)
    }
    let memory = items.reduce(0) { $0 + $1.memory }, freeMemory = bins.reduce(0) { $0 + $1.memory }
    if memory > freeMemory { return .memory(needed: memory, free: freeMemory) }
    let cores = items.reduce(0) { $0 + $1.cores }, freeCores = bins.reduce(0) { $0 + $1.cores }
    if cores > freeCores { return .cores(needed: cores, free: freeCores) }
    return nil
  }

  /// Every placement, bins that look the same tried once.
  private var exhaustive: Outcome {
    var free = bins
    var placement = Array(repeating: 0, count: items.count)
    var left = budget
    func place(_ depth: Int) -> Bool? {
      guard depth < order.count else { return true }
      let item = order[depth]
      var tried: Set<Size> = []
      for bin in free.indices where Self.fits(items[item], free[bin]) && tried.insert(free[bin]).inserted {
        guard left > 0 else { return nil }
        left -= 1
        let before = free[bin]
        Self.put(items[item], into: &free[bin])
        placement[item] = bin
        guard let found = place(depth + 1) else { return nil }
        if found { return true }
        free[bin] = before
      }
      return false
    }
    switch place(0) {
    case true?: return .packed(placement)
    case false?: return .impossible(.noPlacement)
    case nil: return .notDecided
    }
  }

  private static func fits(_ item: Size, _ bin: Size) -> Bool {
    item.cores <= bin.cores && item.memory <= bin.memory && item.widest <= bin.widest
  }

  private static func put(_ item: Size, into bin: inout Size) {
    bin.cores -= item.cores
    bin.memory -= item.memory
  }
}
