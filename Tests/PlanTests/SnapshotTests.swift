import Blueprint
import Compiler
import Diagnostics
import Documents
import Testing

@Suite("A snapshot of a lab")
struct SnapshotTests {
  @Test("is read back as it was written")
  func roundTrip() throws {
    let snapshot = try #require(TestLab().compilation.snapshot)
    let read = try Snapshot(reading: snapshot.artifact.text.bytes)
    #expect(read.things.count == snapshot.things.count)
    #expect(read.artifact.text.bytes == snapshot.artifact.text.bytes)
  }

  @Test("says where every line comes from")
  func origins() throws {
    let text = try #require(TestLab().compilation.snapshot).artifact.text
    #expect(!text.origins.contains(nil))
  }

  @Test(
    "that cannot be read is refused with a reason",
    arguments: [
      ("", "line 1: the document ends in the middle"), ("[]", "no 'format'"),
      ("{\"format\": 2}", "format 2, this Rackbook reads 1"), ("{\"format\": 1}", "no 'rackbook'"),
      ("{\"format\": 1, \"rackbook\": \"1\", \"lab\": \"x\", \"settings\": \"\", \"things\": [{}]}", "no 'kind'"),
      (String(repeating: "[", count: 200), "more than 100"), ("{\"format\": 1,\n \"lab\": \"\\ud800\"}", "line 2"),
      ("{\"format\": 1e999}", "no 'format'"), ("{\"format\": 1} x", "after the document"),
    ])
  func unreadable(text: String, reason: String) {
    do {
      _ = try Snapshot(reading: Array(text.utf8))
      Issue.record("read")
    } catch {
      #expect(error.diagnostics.map(\.code) == ["RB0950"])
      #expect(error.diagnostics.first?.message.contains(reason) == true, "\(error)")
    }
  }

  @Test("holds no line and no file in the digest of a thing's values")
  func digest() throws {
    var moved = TestLab()
    moved.vmLine = 120
    let (one, two) = (try #require(TestLab().compilation.snapshot), try #require(moved.compilation.snapshot))
    #expect(one.things.map(\.values) == two.things.map(\.values))
    #expect(one.things.map(\.origin) != two.things.map(\.origin))
    #expect(Set(one.things.map(\.values)).count == one.things.count)
  }
}
