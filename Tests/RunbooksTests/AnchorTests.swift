import Foundation
import Hashing
import Testing

@testable import Runbooks

@Suite("The index that anchors journals")
struct AnchorTests {
  /// A folder with one run that came to its end.
  static func finished() async throws -> (shop: Workshop, id: String, bytes: [UInt8]) {
    let shop = try Workshop()
    let (id, _) = try await shop.run([shop.step("a", "echo hello"), shop.step("b", "true")])
    return (shop, id, try shop.folder.journalBytes(of: id))
  }

  static func verdict(_ shop: Workshop, _ id: String, _ bytes: [UInt8]) throws -> JournalVerdict {
    JournalVerdict(JournalReading(bytes), anchor: try shop.folder.index.anchor(of: id))
  }

  @Test("a journal that is whole is sound and complete")
  func whole() async throws {
    let (shop, id, bytes) = try await Self.finished()
    let verdict = try Self.verdict(shop, id, bytes)
    #expect(verdict.integrity == .sound)
    #expect(verdict.completeness == .complete)
    #expect(try shop.folder.index.anchor(of: id)?.head == JournalReading(bytes).head)
  }

  @Test("cut at every byte, also at a line's end, the cut shows")
  func cutAnywhere() async throws {
    let (shop, id, bytes) = try await Self.finished()
    let lines = JournalReading(bytes).records.count
    for length in 0..<bytes.count {
      let verdict = try Self.verdict(shop, id, Array(bytes.prefix(length)))
      #expect(verdict.integrity == .sound, "cut at \(length)")
      #expect(verdict.completeness == .cut(anchored: lines), "cut at \(length)")
      #expect(verdict.obstacle != nil, "cut at \(length)")
    }
  }

  @Test("a journal written anew with its chain in order is not the one that was anchored")
  func rewritten() async throws {
    let (shop, id, bytes) = try await Self.finished()
    var previous = JournalRecord.noPrevious
    var forged: [UInt8] = []
    for var record in JournalReading(bytes).records {
      record.time = "2001-01-01T00:00:00.000Z"
      record.previous = previous
      let line = try record.line
      previous = SHA256.hex(of: line)
      forged += line + [UInt8(ascii: "\n")]
    }
    let verdict = try Self.verdict(shop, id, forged)
    #expect(JournalReading(forged).isComplete)
    #expect(verdict.integrity == .rewritten(line: JournalReading(bytes).records.count))
    try Data(forged).write(to: URL(fileURLWithPath: shop.folder.journalPath(id)))
    #expect(try shop.folder.index.anchors().keys.contains(id))
  }

  @Test("a run whose known end was cut off is not gone on with: what it did would be done again")
  func cutIsNotResumed() async throws {
    let shop = try Workshop()
    let (id, _) = try await shop.run([shop.step("a", "echo a >> log"), shop.step("b", "false")])
    let bytes = try shop.folder.journalBytes(of: id)
    let ends = bytes.indices.filter { bytes[$0] == UInt8(ascii: "\n") }
    try Data(bytes[...ends[0]]).write(to: URL(fileURLWithPath: shop.folder.journalPath(id)))
    let refusal = await #expect(throws: RunRefusal.self) { try await shop.resume(id) }
    #expect(refusal?.description.contains("its end was cut off") == true)
    #expect(shop.read("log") == "a\n")
  }

  @Test("a journal that was deleted as a whole is missed")
  func deleted() async throws {
    let (shop, id, bytes) = try await Self.finished()
    try FileManager.default.removeItem(atPath: shop.folder.journalPath(id))
    let refusal = #expect(throws: RunRefusal.self) { try shop.folder.journal(of: id) }
    let lines = JournalReading(bytes).records.count
    #expect(refusal?.description == "the journal of '\(id)' is gone; the index knows of \(lines) lines")
  }

  @Test("without an index the journal's own end counts, and that is said")
  func unanchored() async throws {
    let (_, _, bytes) = try await Self.finished()
    #expect(JournalVerdict(JournalReading(bytes), anchor: nil).completeness == .unanchored)
  }

  @Test(
    "an index that was cut short or holds rubbish is read as far as it can be, and written on",
    arguments: [
      "half a li", "\n\n", "a b c d\n", "\u{0}\u{0}\n", "x -1 r\n", "\(String(repeating: "0", count: 64)) 9e9 r",
    ])
  func rubbish(text: String) async throws {
    let (shop, id, _) = try await Self.finished()
    let index = shop.folder.index
    let handle = try #require(FileHandle(forWritingAtPath: index.path))
    try handle.seekToEnd()
    try handle.write(contentsOf: Data(text.utf8))
    let before = try index.anchor(of: id)
    try index.write(RunIndex.Anchor(records: 7, head: JournalRecord.noPrevious), of: "other")
    #expect(try index.anchor(of: id) == before)
    #expect(try index.anchor(of: "other")?.records == 7)
  }
}
