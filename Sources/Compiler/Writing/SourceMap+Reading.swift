import Diagnostics
import Documents

extension SourceMap {
  /// Where the lines of one file come from, as the map's file says it.
  struct Runs: Sendable, Hashable {
    /// The first lines of the runs, counted from 1 and growing.
    private(set) var starts: [Int] = []
    private(set) var places: [[SourceLocation]] = []

    /// No line has a known place.
    init() {}

    fileprivate init?(reading node: Node) {
      for run in node.items {
        let parts = run.items
        guard let start = parts.first?.integer, start > starts.last ?? 0 else { return nil }
        starts.append(start)
        places.append(parts.dropFirst().compactMap { $0.text.flatMap(SourceLocation.init(text:)) })
      }
    }

    /// Every place that some line has.
    var allPlaces: Set<SourceLocation> { Set(places.joined()) }

    /// Whether some line has a place.
    func mentions(_ place: SourceLocation) -> Bool { places.contains { $0.contains(place) } }

    /// Every place of a line, counted from 1, the one it stands for first.
    func places(ofLine line: Int) -> [SourceLocation] {
      var (low, high) = (0, starts.count)
      while low < high {
        let middle = (low + high) / 2
        if starts[middle] <= line { low = middle + 1 } else { high = middle }
      }
      return low > 0 ? places[low - 1] : []
    }
  }

  /// Reads a map.
  ///
  /// - Parameter bytes: The bytes of a `source-map.json`.
  /// - Returns: The runs of every file.
  /// - Throws: ``PlanFailure`` for bytes that are no map.
  static func read(_ bytes: [UInt8]) throws(PlanFailure) -> [String: Runs] {
    let node: Node
    do {
      node = try JSONReader.read(bytes)
    } catch {
      throw PlanFailure(PlanRules.unreadable.diagnostic("\(fileName) cannot be read: \(error)"))
    }
    var maps: [String: Runs] = [:]
    for (file, runs) in node.entries {
      guard let runs = Runs(reading: runs) else {
        throw PlanFailure(
          PlanRules.unreadable.diagnostic("\(fileName) cannot be read: the runs of \(file) have no order"))
      }
      maps[file] = runs
    }
    return maps
  }
}
