import Foundation
import Testing

/// A build that is killed, or whose disk is full, at every call that changes files.
///
/// A small library is loaded before the C library, so that the product itself needs no door for tests. It is Linux only,
/// and needs a C compiler; where one of both is missing, the tests fail and say so.
@Suite("A build that is ended or fails at every call that writes")
struct BuildFaultTests {
  static let programs = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
  static let faults = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("BuildFaults/faults.c")

  let top = FileManager.default.temporaryDirectory.appendingPathComponent("rackbook-faults-\(UUID().uuidString)")
  var library: String { top.appendingPathComponent("faults.so").path }

  /// What a call of a program gave: what it said, its exit status, or 128 and the signal that ended it.
  struct Outcome {
    var said: String
    var status: Int32
  }

  private func call(_ program: String, _ arguments: [String], _ environment: [String: String] = [:]) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    let isKilled = process.terminationReason == .uncaughtSignal
    return Outcome(said: said, status: process.terminationStatus + (isKilled ? 128 : 0))
  }

  private func probe(_ folder: String, _ version: Int, _ environment: [String: String] = [:]) throws -> Outcome {
    try call(Self.programs.appendingPathComponent("build-probe").path, [folder, "\(version)"], environment)
  }

  /// Every file and link below a folder with what it holds.
  private func tree(_ folder: String) -> [String: String] {
    var tree: [String: String] = [:]
    for path in FileManager.default.subpaths(atPath: folder) ?? [] {
      let file = "\(folder)/\(path)"
      if let target = try? FileManager.default.destinationOfSymbolicLink(atPath: file) {
        tree[path] = "-> \(target)"
      } else if let text = try? String(contentsOfFile: file, encoding: .utf8) {
        tree[path] = text
      }
    }
    return tree
  }

  /// A folder with the first tree and with files of somebody else's; what the second tree then looks like.
  private func prepare() throws -> (base: String, old: [String: String], new: [String: String]) {
    let base = top.appendingPathComponent("base").path
    try FileManager.default.createDirectory(atPath: base, withIntermediateDirectories: true)
    let compiler = try call("/usr/bin/env", ["cc", "-shared", "-fPIC", "-o", library, Self.faults.path, "-ldl"])
    try #require(compiler.status == 0, "a C compiler called cc is needed: \(compiler.said)")
    _ = try probe("\(base)/build", 1)
    try "mine".write(toFile: "\(base)/build/notes.txt", atomically: false, encoding: .utf8)
    try FileManager.default.createSymbolicLink(atPath: "\(base)/build/link", withDestinationPath: "nowhere")
    let old = tree("\(base)/build")
    let other = top.appendingPathComponent("other").path
    try FileManager.default.copyItem(atPath: base, toPath: other)
    let second = try probe("\(other)/build", 2)
    try #require(second.status == 0, "\(second.said)")
    let new = tree("\(other)/build")
    try #require(old != new && new["notes.txt"] == "mine" && new["link"] == "-> nowhere")
    return (base, old, new)
  }

  #if !os(Linux)
    @Test("needs Linux, whose loader can put a library before the C library")
    func needsLinux() { Issue.record("this machine is no Linux: builds are not ended at every call here") }
  #else
    @Test(
      "leaves the old tree or the new, never a mixture, and the next build heals",
      arguments: ["kill", "half", "full", "broken"], [false, true])
    func everyCall(kind: String, withoutSwap: Bool) throws {
      defer { try? FileManager.default.removeItem(at: top) }
      let (base, old, new) = try prepare()
      let swap = withoutSwap ? ["FAULT_NOSWAP": "1"] : [:]
      let log = top.appendingPathComponent("calls").path
      let counted = top.appendingPathComponent("counted").path
      try FileManager.default.copyItem(atPath: base, toPath: counted)
      _ = try probe("\(counted)/build", 2, ["LD_PRELOAD": library, "FAULT_LOG": log].merging(swap) { $1 })
      let calls = try String(contentsOfFile: log, encoding: .utf8).split(separator: "\n").map(String.init)
      try #require(Set(["open", "write", "mkdir", "link", "syncfs", "unlink"]).isSubset(of: calls), "\(calls)")
      for (number, name) in calls.enumerated() {
        let place = "\(kind) at call \(number + 1), \(name)"
        let folder = top.appendingPathComponent("run-\(number)").path
        try FileManager.default.copyItem(atPath: base, toPath: folder)
        let outcome = try probe(
          "\(folder)/build", 2,
          ["LD_PRELOAD": library, "FAULT_AT": "\(number + 1)", "FAULT_KIND": kind].merging(swap) { $1 })
        try check(outcome, kind, tree("\(folder)/build"), beside: tree("\(folder)/build.rackbook-old"), old, new, place)
        let next = try probe("\(folder)/build", 2)
        #expect(next.status == 0, "\(place): \(next.said)")
        #expect(tree("\(folder)/build") == new, "\(place): the next build did not heal")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        #expect(names == ["build", "build.rackbook-lock"], "\(place): \(names)")
        try FileManager.default.removeItem(atPath: folder)
      }
    }

    private func check(
      _ outcome: Outcome, _ kind: String, _ found: [String: String], beside: [String: String], _ old: [String: String],
      _ new: [String: String], _ place: String
    ) throws {
      // Where two renames stand for a swap, the tree may stand beside its place for a moment, whole.
      let isBetween = found.isEmpty && beside == old
      #expect(found == old || found == new || isBetween, "\(place): a mixture")
      if kind == "kill" || kind == "half" {
        #expect(outcome.status == 128 + SIGKILL, "\(place): \(outcome)")
      } else if outcome.status == 0 {
        #expect(found == new, "\(place): said it was done")
      } else {
        let reason = kind == "full" ? "No space left on device" : "Input/output error"
        #expect(outcome.status == 1, "\(place): \(outcome)")
        #expect(outcome.said.contains("RB0905 cannot ") && outcome.said.contains(reason), "\(place): \(outcome.said)")
      }
    }

    @Test("on a disk that really is full or read-only leaves the old tree and says why")
    func realDisk() throws {
      defer { try? FileManager.default.removeItem(at: top) }
      try #require(geteuid() == 0, "it mounts small file systems, so it must be run by root")
      let (base, old, new) = try prepare()
      let disk = top.appendingPathComponent("disk").path
      try FileManager.default.createDirectory(atPath: disk, withIntermediateDirectories: true)
      let script = """
        probe=$0 base=$1 disk=$2
        tree() { (cd "$disk/build" && find . \\( -type f -o -type l \\) -printf '%p %l\\n' | sort | while read -r f l; do
          if [ -n "$l" ]; then echo "$f $l"; else cat "$f"; echo "$f"; fi; done | sha256sum | cut -d' ' -f1); }
        for size in 120 124 128 136 144 152 160 168 176 184 192 200 208 216 224 240 ro; do
          mount -t tmpfs -o size="${size/ro/400}k" none "$disk"
          cp -a "$base/." "$disk"
          before=$(tree)
          if [ "$size" = ro ]; then mount -o remount,ro "$disk"; fi
          said=$("$probe" "$disk/build" 2) && status=0 || status=$?
          after=$(tree)
          if [ "$after" = "$before" ]; then same=old; else same=$after; fi
          echo "$size $status $same ${said//$'\\n'/ }"
          umount "$disk"
        done
        """
      let outcome = try call(
        "/usr/bin/env",
        [
          "unshare", "--mount", "bash", "-c", script, Self.programs.appendingPathComponent("build-probe").path, base,
          disk,
        ])
      let lines = outcome.said.split(separator: "\n").map { $0.split(separator: " ", maxSplits: 3).map(String.init) }
      try #require(lines.count == 17 && old != new, "\(outcome.said)")
      var whole: Set<String> = []
      for line in lines where line.count == 4 {
        if line[1] == "0" {
          whole.insert(line[2])
          #expect(line[2] != "old", "\(line)")
        } else {
          let reason = line[0] == "ro" ? "Read-only file system" : "No space left on device"
          #expect(line[1] == "1" && line[2] == "old" && line[3].contains(reason), "\(line)")
        }
      }
      #expect(whole.count == 1, "builds that were done differ: \(outcome.said)")
      #expect(lines.contains { $0[1] == "1" && $0[0] != "ro" }, "no disk was too small: \(outcome.said)")
    }
  #endif
}
