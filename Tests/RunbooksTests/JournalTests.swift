import Foundation
import Hashing
import Testing

@testable import Runbooks

@Suite("The journal")
struct JournalTests {
  /// A whole journal's bytes.
  static func whole() async throws -> [UInt8] {
    let shop = try Workshop()
    let (id, _) = try await shop.run([shop.step("a", "echo hello"), shop.step("b", "true")])
    return try shop.folder.journalBytes(of: id)
  }

  @Test("each line follows from the bytes of the line before, and ends with its own sum")
  func chain() async throws {
    var previous = String(repeating: "0", count: 64)
    for line in try await Self.whole().split(separator: UInt8(ascii: "\n")) {
      let text = String(decoding: line, as: UTF8.self)
      #expect(text.contains("\"prev\":\"\(previous)\""))
      let parts = text.components(separatedBy: ",\"sum\":\"")
      #expect(parts.last == SHA256.hex(of: parts[0]) + "\"}")
      previous = SHA256.hex(of: line)
    }
  }

  @Test("cut at any byte, it opens with the longest sound beginning, and the cut shows")
  func cutAnywhere() async throws {
    let bytes = try await Self.whole()
    let ends = bytes.indices.filter { bytes[$0] == UInt8(ascii: "\n") }
    for length in 0..<bytes.count {
      let reading = JournalReading(Array(bytes.prefix(length)))
      let lines = ends.filter { $0 < length }.count
      #expect(reading.records.count == lines)
      #expect(!reading.isComplete)
      let isAtLineEnd = length == 0 || bytes[length - 1] == UInt8(ascii: "\n")
      let start = ends.last { $0 < length }.map { $0 + 1 } ?? 0
      #expect(reading.damage == (isAtLineEnd ? nil : .cutTail(line: lines + 1, bytes: length - start)))
    }
    #expect(JournalReading(bytes).isComplete)
  }

  @Test("any byte changed is noticed in its line, and the lines before it stand")
  func changedAnywhere() async throws {
    let bytes = try await Self.whole()
    var line = 0
    for index in bytes.indices {
      for mask: UInt8 in [0x01, 0x80] {
        var changed = bytes
        changed[index] ^= mask
        let reading = JournalReading(changed)
        #expect(reading.damage != nil, "byte \(index)")
        #expect(reading.records.count == line, "byte \(index)")
      }
      if bytes[index] == UInt8(ascii: "\n") { line += 1 }
    }
  }

  @Test("a line taken out of the middle breaks the chain")
  func missingLine() async throws {
    var lines = try await Self.whole().split(separator: UInt8(ascii: "\n"))
    lines.remove(at: 2)
    let reading = JournalReading(Array(lines.joined(separator: [UInt8(ascii: "\n")])) + [UInt8(ascii: "\n")])
    #expect(reading.damage == .brokenChain(line: 3))
  }

  @Test("all files of a run, and of the folder, are readable by their owner only")
  func modes() async throws {
    let shop = try Workshop()
    let (id, _) = try await shop.run([shop.step("a", "true")])
    let manager = FileManager.default
    let names = try manager.subpathsOfDirectory(atPath: shop.folder.path).sorted()
    #expect(names.filter { !$0.hasPrefix("locks/") } == ["\(id).jsonl", "\(id).plan.json", "index", "locks"])
    for name in names {
      let mode = try manager.attributesOfItem(atPath: "\(shop.folder.path)/\(name)")[.posixPermissions] as? Int
      #expect(mode == (name == "locks" ? 0o700 : 0o600), "\(name)")
    }
  }

  @Test("an unfinished last line is cut off on resume, and what was cut is written down")
  func tornTail() async throws {
    let shop = try Workshop()
    let (id, _) = try await shop.run([shop.step("a", "true"), shop.step("b", "test -e ready")])
    let bytes = try shop.folder.journalBytes(of: id)
    try Data(bytes.dropLast(5)).write(to: URL(fileURLWithPath: shop.folder.journalPath(id)))
    // A crash in the middle of a line comes before that line is anchored.
    let index = shop.read("runs/index").split(separator: "\n")
    try shop.write("runs/index", "\(index[0])\n")
    try shop.write("ready", "")
    #expect(try await shop.resume(id) == .completed)
    let reading = try shop.folder.journal(of: id)
    #expect(reading.isComplete)
    let resumed = reading.records.compactMap { if case .runResume(let resume) = $0.event { resume } else { nil } }
    #expect(resumed.first?.droppedBytes ?? 0 > 0)
  }

  @Test("a changed journal is not gone on with")
  func changedJournal() async throws {
    let shop = try Workshop()
    let (id, _) = try await shop.run([shop.step("a", "false")])
    var bytes = try shop.folder.journalBytes(of: id)
    bytes[20] ^= 1
    try Data(bytes).write(to: URL(fileURLWithPath: shop.folder.journalPath(id)))
    await #expect(throws: RunRefusal.self) { try await shop.resume(id) }
  }

  @Test("a changed plan is not gone on with")
  func changedPlan() async throws {
    let shop = try Workshop()
    let (id, _) = try await shop.run([shop.step("a", "false")])
    let other = shop.plan([shop.step("a", "echo b >> log")])
    try Data(other.bytes).write(to: URL(fileURLWithPath: shop.folder.planPath(id)))
    await #expect(throws: RunRefusal.self) { try await shop.resume(id) }
    #expect(shop.read("log").isEmpty)
  }

  @Test("a completed run is not taken up again")
  func completed() async throws {
    let shop = try Workshop()
    let (id, _) = try await shop.run([shop.step("a", "true")])
    await #expect(throws: RunRefusal.self) { try await shop.resume(id) }
  }
}
