import Testing

@testable import Compiler

@Suite("Which lines differ")
struct LineDiffTests {
  /// The new text, made of the old one and the hunks alone.
  private func apply(_ hunks: [LineDiff.Hunk], _ old: [String], _ new: [String]) -> [String] {
    var result: [String] = []
    var at = 0
    for hunk in hunks {
      result += old[at..<hunk.old.lowerBound] + new[hunk.new]
      at = hunk.old.upperBound
    }
    return result + old[at...]
  }

  @Test("is enough to make one text of the other", arguments: 0..<200)
  func applies(seed: Int) {
    var random = SplitMix(seed: UInt64(seed))
    let old = (0..<random.below(60)).map { _ in "\(random.below(20))" }
    var new = old
    for _ in 0..<random.below(10) {
      let place = random.below(new.count + 1)
      if random.below(2) == 0, place < new.count {
        new.remove(at: place)
      } else {
        new.insert("\(random.below(30))", at: place)
      }
    }
    let hunks = LineDiff(old, new).hunks
    #expect(apply(hunks, old, new) == new)
    #expect(hunks.allSatisfy { !$0.old.isEmpty || !$0.new.isEmpty })
  }

  @Test("is little where little changes, however long the texts")
  func little() {
    let old = (0..<20_000).map { "line \($0 % 7_000)" }
    var new = old
    new[10_000] = "another"
    new.insert("one more", at: 15_000)
    let difference = LineDiff(old, new)
    #expect(difference.added == 2)
    #expect(difference.removed == 1)
  }

  @Test("is written in the unified format")
  func unified() {
    let old = (1...20).map { "\($0)" }
    var new = old
    new[9] = "ten"
    #expect(
      UnifiedDiff.text("x", from: old, to: new)
        == "--- a/x\n+++ b/x\n@@ -7,7 +7,7 @@\n 7\n 8\n 9\n-10\n+ten\n 11\n 12\n 13\n")
    #expect(UnifiedDiff.text("x", from: nil, to: ["a"]) == "--- /dev/null\n+++ b/x\n@@ -0,0 +1,1 @@\n+a\n")
    #expect(UnifiedDiff.text("x", from: ["a"], to: ["a"]).isEmpty)
  }
}

/// Numbers that are the same on every run.
struct SplitMix {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }

  /// A number from 0 to below the limit; 0 where the limit is 0.
  mutating func below(_ limit: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return limit > 0 ? Int((mixed ^ (mixed >> 31)) % UInt64(limit)) : 0
  }
}
