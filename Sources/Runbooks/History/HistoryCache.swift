#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What is known of the runs of a folder: a line for each, fields between tabs, which no field can hold.
struct HistoryCache {
  /// A run, and what its journal looked like when it was read.
  struct Line {
    var stamp: String
    var entry: RunEntry
  }

  /// The first line: caches of another form are not read.
  private static let head = "rackbook run history 2"

  /// The lines by run.
  private(set) var lines: [String: Line] = [:]

  /// Reads the cache; an unreadable one is empty.
  init(_ folder: RunFolder) {
    guard let data = FileManager.default.contents(atPath: Self.path(folder)) else { return }
    let rows = data.split(separator: UInt8(ascii: "\n"))
    guard let first = rows.first, first.elementsEqual(Self.head.utf8) else { return }
    lines.reserveCapacity(rows.count)
    for row in rows.dropFirst() {
      guard let line = Self.line(row) else { continue }
      lines[line.entry.id] = line
    }
  }

  /// Replaces the cache; where that cannot be done, journals are read again next time.
  static func store(_ lines: [Line], in folder: RunFolder) {
    var text = head + "\n"
    for line in lines {
      let entry = line.entry
      let fields = [
        entry.id, line.stamp, entry.runbook, entry.mode.rawValue, entry.result?.rawValue ?? "", entry.step,
        entry.started,
        entry.user, "\(entry.milliseconds)", entry.countsAsDrill ? "1" : "0", entry.damage, entry.words,
        entry.stage, entry.rehearsedRecovery.map(String.init) ?? "",
      ]
      text += fields.map(Visible.line).joined(separator: "\t") + "\n"
    }
    let path = Self.path(folder)
    guard (try? Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)) != nil else { return }
    try? FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
  }

  private static func path(_ folder: RunFolder) -> String { "\(folder.path)/history.cache" }

  private static func line(_ row: Data) -> Line? {
    let fields = row.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    guard fields.count == 14, let mode = RunMode(rawValue: fields[3]), let milliseconds = Int(fields[8]) else {
      return nil
    }
    var entry = RunEntry(id: fields[0])
    entry.runbook = fields[2]
    entry.mode = mode
    entry.result = RunResult(rawValue: fields[4])
    entry.step = fields[5]
    entry.started = fields[6]
    entry.user = fields[7]
    entry.milliseconds = milliseconds
    entry.countsAsDrill = fields[9] == "1"
    entry.damage = fields[10]
    entry.words = fields[11]
    entry.stage = fields[12]
    entry.rehearsedRecovery = Int(fields[13])
    return Line(stamp: fields[1], entry: entry)
  }
}
