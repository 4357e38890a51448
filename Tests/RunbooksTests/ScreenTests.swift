import Foundation
import Subprocess
import Testing

@Suite("What a person sees")
struct ScreenTests {
  /// A look at a terminal.
  struct Look: Decodable {
    /// The lines that have scrolled away.
    var above: [String]
    var screen: [String]
    /// Where the cursor is.
    var row: Int

    /// All lines, the empty ones at the end left out.
    var lines: [String] {
      let all = above + screen
      return Array(all.prefix((all.lastIndex { !$0.isEmpty } ?? -1) + 1))
    }
  }

  struct Seen: Decodable {
    /// At the question, while a step runs, and at the end.
    var looks: [Look]
    var raw: String
  }

  /// Plays the probe's show on a pseudo-terminal that another program emulates.
  static func see(_ view: String, size: String = "80x24") async throws -> Seen {
    let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("screen.py").path
    let result = try await Subprocess.run(
      .name("env"),
      arguments: ["PATH=/usr/bin:/bin", "python3", script, size, "yes\n", try Probe.path, "--show", view],
      output: .string(limit: 1 << 22), error: .string(limit: 1 << 16))
    try #require(result.terminationStatus.isSuccess, "\(result.standardError)")
    return try JSONDecoder().decode(Seen.self, from: Data(result.standardOutput.utf8))
  }

  @Test("the list stands at the foot, is redrawn in place, and output scrolls above it", arguments: ["80x24", "38x12"])
  func live(size: String) async throws {
    let seen = try await Self.see("live", size: size)
    try #require(seen.looks.count == 3)
    let asked = seen.looks[0].lines
    #expect(asked.prefix(3) == ["first line", "red?", "no end"])
    #expect(asked.last?.hasPrefix("  Enter runs it") == true)
    #expect(asked.dropLast().last?.contains("3  Title of 3") == true)
    let running = seen.looks[1].lines
    #expect(running.contains("line 40"))
    #expect(running.suffix(2).first?.hasPrefix("running 2  Title") == true)
    #expect(running.suffix(2).first?.contains("1s, usually 20s") == true)
    let end = seen.looks[2].lines
    #expect(end.count { $0.contains("Title of 1") } == 1)
    #expect(end.contains("The end."))
    #expect(end.suffix(3).map { String($0.prefix(7)) } == ["done   ", "failed ", "skipped"])
    #expect((1...40).allSatisfy { end.contains("line \($0)") })
    #expect(end.contains("  Enter runs it, q stops here: yes"))
  }

  @Test("a terminal that becomes smaller keeps the list within its width")
  func resized() async throws {
    let seen = try await Self.see("live", size: "80x24>40x10")
    let end = try #require(seen.looks.last)
    #expect(end.screen.allSatisfy { $0.count <= 40 })
    #expect(end.lines.suffix(3).map { String($0.prefix(7)) } == ["done   ", "failed ", "skipped"])
  }

  @Test(
    "no child's control character reaches the terminal, and nothing takes over the screen",
    arguments: ["live", "plain", "narrated"])
  func nothingRaw(view: String) async throws {
    let raw = try await Self.see(view).raw
    #expect(!raw.contains("\u{7}"))
    #expect(!raw.contains("\u{1B}[2J"))
    #expect(!raw.contains("\u{1B}[?1049h"))
    if view != "live" { #expect(!raw.contains("\u{1B}")) }
  }

  @Test("plain is lines only")
  func plain() async throws {
    let end = try #require(try await Self.see("plain").looks.last)
    #expect(end.lines.prefix(3) == ["first line", "red?", "no end"])
    #expect(!end.lines.contains { $0.hasPrefix("done ") })
  }

  @Test("narrated is full sentences")
  func narrated() async throws {
    let lines = try #require(try await Self.see("narrated").looks.last).lines
    for sentence in [
      "The run r1 has 3 steps.", "Step 1 of 3: Title of 1.", "Title of 1 begins on km01.",
      "Title of 1: succeeded after one second.", "Title of 2 begins on km01. It usually takes 20 seconds.",
      "Title of 2: failed with exit code 2.", "Title of 3 is skipped, because not today.",
      "The run is failed at Title of 2.",
    ] {
      #expect(lines.contains(sentence), "\(sentence)")
    }
    #expect(!lines.contains { $0.hasPrefix("[") })
  }
}
