import TestNumbers
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
    var numbers = SeededNumbers(seed)
    let old = (0..<numbers.int(0...59)).map { _ in "\(numbers.int(0...19))" }
    var new = old
    for _ in 0..<numbers.int(0...9) {
      let place = numbers.int(0...new.count)
      if numbers.once(in: 2), place < new.count {
        new.remove(at: place)
      } else {
        new.insert("\(numbers.int(0...29))", at: place)
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
