import Foundation
import Testing

@testable import Runbooks

@Suite("The history of runs")
struct HistoryTests {
  /// Three runs of one runbook and one of another.
  static func folder(_ shop: Workshop) throws -> RunFolder {
    let plan = EvidenceTests.plan()
    for (id, day, result, seconds) in [
      ("r1", "2026-01-01", RunResult.completed, 10), ("r2", "2026-02-01", .failed, 99),
      ("r3", "2026-03-01", .completed, 30),
    ] {
      var journal = try WrittenJournal(plan, inputs: ["snapshot": "/backup/\(id).db"], on: day)
      try journal.end(seconds, result, at: result == .failed ? "b" : nil)
      try journal.store(id, plan, in: shop.folder)
    }
    var other = plan
    other.id = "lab/other"
    var journal = try WrittenJournal(other, mode: .drill, on: "2026-04-01")
    try journal.add(5, .note(.init(step: nil, text: "Pump was Loud")))
    try journal.end(7, .completed)
    try journal.store("r4", other, in: shop.folder)
    return shop.folder
  }

  @Test("runs are found by runbook, result, mode and words")
  func queries() throws {
    let shop = try Workshop()
    let history = try RunHistory(try Self.folder(shop))
    let cases: [(RunQuery, [String])] = [
      (RunQuery(), ["r1", "r2", "r3", "r4"]), (RunQuery(runbook: "shop/"), ["r1", "r2", "r3"]),
      (RunQuery(result: .failed), ["r2"]), (RunQuery(mode: .drill), ["r4"]), (RunQuery(text: "loud pump"), ["r4"]),
      (RunQuery(text: "ANNA backup/r3"), ["r3"]), (RunQuery(text: "nothing"), []),
    ]
    for (query, runs) in cases { #expect(history.runs(query).map(\.id) == runs) }
  }

  @Test("a second look reads the cache, and gives the same")
  func cached() throws {
    let shop = try Workshop()
    let folder = try Self.folder(shop)
    let first = try RunHistory(folder).entries
    #expect(shop.exists("runs/history.cache"))
    #expect(try RunHistory(folder).entries == first)
  }

  @Test("a journal that has grown is read again, one that is gone is forgotten")
  func changed() throws {
    let shop = try Workshop()
    let folder = try Self.folder(shop)
    _ = try RunHistory(folder)
    let handle = try #require(FileHandle(forWritingAtPath: folder.journalPath("r1")))
    try handle.seekToEnd()
    try handle.write(contentsOf: Data("torn".utf8))
    try FileManager.default.removeItem(atPath: folder.journalPath("r2"))
    let entries = try RunHistory(folder).entries
    #expect(entries.map(\.id) == ["r1", "r3", "r4"])
    #expect(entries[0].damage.contains("cut off"))
  }

  @Test(
    "a cache that is something else is not believed", arguments: ["", "nonsense\n", "rackbook run history 1\nr1\tx\n"])
  func brokenCache(text: String) throws {
    let shop = try Workshop()
    let folder = try Self.folder(shop)
    try shop.write("runs/history.cache", text)
    #expect(try RunHistory(folder).entries.map(\.result) == [.completed, .failed, .completed, .completed])
  }

  @Test("a folder that is not there has no runs, and is not made")
  func noFolder() throws {
    let shop = try Workshop()
    #expect(try RunHistory(shop.folder).entries.isEmpty)
    #expect(!shop.exists("runs"))
  }

  @Test("the ledger tells the last success, the median and the last failure, and no names")
  func ledger() throws {
    let shop = try Workshop()
    let ledger = RunLedger(try RunHistory(try Self.folder(shop)))
    let record = try #require(ledger.runbooks["shop/restore"])
    #expect(
      record.sentences == [
        "Last completed on 2026-03-01.", "Usually takes 30s.", "Last failed on 2026-02-01 at step 'b'.",
      ])
    #expect(ledger.runbooks["lab/other"]?.drills == ["2026-04-01"])
    #expect(!String(decoding: ledger.bytes, as: UTF8.self).contains("anna"))
    #expect(try RunLedger(bytes: ledger.bytes) == ledger)
    #expect(ledger.joined(with: ledger) == ledger)
  }

  @Test("a file that is no ledger is refused by its name", arguments: ["", "[]", "{\"format\": 9, \"runbooks\": {}}"])
  func noLedger(text: String) {
    let error = #expect(throws: RunbookPlan.Unreadable.self) { try RunLedger(bytes: Array(text.utf8), of: "runs.json") }
    #expect(error?.description.hasPrefix("runs.json ") == true)
  }
}
