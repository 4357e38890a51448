import Foundation
import Subprocess
import Testing

@testable import Runbooks

#if os(Linux)
  /// A run whose disk fails at each call that writes, one after the other.
  ///
  /// The library of faults is that of the builds (Tests/BuildFaults); it needs Linux and a C compiler.
  @Suite("A run whose disk fails at every call that writes")
  struct FaultTests {
    static let faults = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("BuildFaults/faults.c").path

    /// Two steps that each leave a mark, with a check that looks for it.
    static func prepare() async throws -> (shop: Workshop, library: String) {
      let shop = try Workshop()
      let library = "\(shop.path)/faults.so"
      let compiler = try await Subprocess.run(
        .name("cc"), arguments: ["-shared", "-fPIC", "-o", library, faults, "-ldl"],
        output: .discarded, error: .string(limit: 65_536))
      try #require(compiler.terminationStatus.isSuccess, "\(compiler.standardError)")
      return (shop, library)
    }

    static func plan(_ shop: Workshop) throws {
      let steps = ["a", "b"].map { shop.step($0, "echo \($0) >> effects", check: "grep -qx \($0) effects") }
      try shop.write("plan.json", String(decoding: shop.plan(steps).bytes, as: UTF8.self))
    }

    /// Runs the probe with some variables, `NAME=VALUE`; what it said, and whether it ended well.
    static func probe(_ words: [String], _ faults: [String] = []) async throws -> (said: String, isSuccess: Bool) {
      let result = try await Subprocess.run(
        .name("env"), arguments: Arguments(["SWIFT_BACKTRACE=enable=no"] + faults + [try Probe.path] + words),
        output: .string(limit: 1 << 20),
        error: .string(limit: 1 << 20))
      return (result.standardOutput + result.standardError, result.terminationStatus.isSuccess)
    }

    @Test(
      "no step begins without its intent on disk, nothing is said to be done that is not, and the run can be gone on with",
      arguments: ["full", "broken", "short", "unsynced"])
    func everyCall(kind: String) async throws {
      let (bench, library) = try await Self.prepare()
      try Self.plan(bench)
      let log = "\(bench.path)/calls"
      let counted = try await Self.probe(
        ["\(bench.path)/plan.json", bench.folder.path], ["LD_PRELOAD=\(library)", "FAULT_LOG=\(log)"])
      try #require(counted.said.contains("ended: completed"), "\(counted.said)")
      let calls = bench.read("calls").split(separator: "\n")
      try #require(Set(["open", "write", "fsync", "mkdir", "pwrite"]).isSubset(of: calls.map(String.init)), "\(calls)")
      for (index, name) in calls.enumerated() {
        let shop = try Workshop()
        try Self.plan(shop)
        let faults = ["LD_PRELOAD=\(library)", "FAULT_AT=\(index + 1)", "FAULT_KIND=\(kind)"]
        let outcome = try await Self.probe(["\(shop.path)/plan.json", shop.folder.path], faults)
        try await Self.check(shop, outcome, "\(kind) at call \(index + 1), \(name)")
      }
    }

    /// What must be true after a run on a failing disk, and after the run was taken up again on a sound one.
    static func check(_ shop: Workshop, _ outcome: (said: String, isSuccess: Bool), _ place: String) async throws {
      let effects = shop.read("effects").split(separator: "\n").map(String.init)
      guard let id = try shop.folder.runs().first else {
        #expect(!outcome.isSuccess && effects.isEmpty, "\(place): \(outcome.said)")
        return
      }
      let state = try shop.state(id)
      for effect in effects { #expect(state.attempts(of: effect) > 0, "\(place): '\(effect)' has no intent") }
      for step in ["a", "b"] where state[step] == .done {
        #expect(effects.contains(step), "\(place): '\(step)' is said to be done")
      }
      if outcome.said.contains("ended: completed") {
        #expect(effects == ["a", "b"], "\(place): said to be completed")
        #expect(
          try JournalVerdict(shop.folder.journal(of: id), anchor: shop.folder.index.anchor(of: id)).obstacle == nil)
      } else {
        let isTold =
          outcome.said.contains("cannot ") || outcome.said.contains("failed") || outcome.said.contains("error")
        #expect(!outcome.isSuccess || isTold, "\(place): \(outcome.said)")
      }
      if state.start == nil || state.end?.result == .completed { return }
      let resumed = try await Self.probe(["--resume", id, shop.folder.path])
      #expect(resumed.said.contains("ended: completed"), "\(place), resumed: \(resumed.said)")
      #expect(shop.read("effects") == "a\nb\n", "\(place): once each")
    }
  }
#endif
