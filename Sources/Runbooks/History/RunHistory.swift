#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// All runs of a folder, oldest first.
///
/// A journal is read once: what is known of it is kept in `history.cache` beside the journals, for as long as the
/// journal's size and time do not change. The cache saves time and proves nothing; `runs verify` reads the journal.
public struct RunHistory: Sendable {
  /// The runs, oldest first.
  public let entries: [RunEntry]

  /// Looks through a folder.
  ///
  /// - Parameter folder: Where the journals are; one that is not there has no runs.
  /// - Throws: ``FileFailure`` if the folder cannot be listed. A journal that cannot be read is listed as damaged.
  public init(_ folder: RunFolder) throws {
    let cache = HistoryCache(folder)
    var lines: [HistoryCache.Line] = []
    var isChanged = false
    for id in try folder.runs() {
      let stamp = Self.stamp(of: folder.journalPath(id))
      if let known = cache.lines[id], known.stamp == stamp {
        lines.append(known)
      } else {
        lines.append(HistoryCache.Line(stamp: stamp, entry: Self.read(id, in: folder)))
        isChanged = true
      }
    }
    entries = lines.map(\.entry)
    if isChanged || lines.count != cache.lines.count { HistoryCache.store(lines, in: folder) }
  }

  /// The runs that are wanted, oldest first.
  ///
  /// - Parameter query: Which.
  /// - Returns: The runs.
  public func runs(_ query: RunQuery) -> [RunEntry] { query.matches(entries) }

  private static func read(_ id: String, in folder: RunFolder) -> RunEntry {
    do {
      let reading = try folder.journal(of: id)
      let plan = RunState(reading.records).start.flatMap { try? folder.plan(of: id, hash: $0.closure.plan) }
      return RunEntry(id, reading, plan: plan)
    } catch {
      var entry = RunEntry(id: id)
      entry.damage = Visible.line("\(error)")
      return entry
    }
  }

  /// A file's size and time of change, as one word; empty where it cannot be told.
  private static func stamp(of path: String) -> String {
    var info = stat()
    guard stat(path, &info) == 0 else { return "" }
    #if canImport(Darwin)
      let time = info.st_mtimespec
    #else
      let time = info.st_mtim
    #endif
    return "\(info.st_size).\(time.tv_sec).\(time.tv_nsec)"
  }
}
