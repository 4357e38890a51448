import Foundation
import Subprocess
import Testing

@testable import Runbooks

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

@Suite("Locks of resources")
struct LockTests {
  static func holder(_ run: String) -> LockHolder {
    LockHolder(by: .current(version: "test"), since: "2026-03-01T10:00:00.000Z", run: run)
  }

  @Test("a second run of the same runbook is refused, and the holder named")
  func sameRunbook() async throws {
    let shop = try Workshop()
    let first = try await Run.start(
      shop.plan([shop.step("a", "true")]), inputs: [:], in: shop.folder, on: TestTerminal(),
      options: Workshop.options())
    let refusal = await #expect(throws: RunRefusal.self) { try await shop.run([shop.step("a", "true")]) }
    #expect(refusal?.description.contains("as run '\(first.id)'") == true)
    #expect(refusal?.description.contains("process \(ProcessInfo.processInfo.processIdentifier)") == true)
    await #expect(throws: RunRefusal.self) { try await shop.resume(first.id) }
    withExtendedLifetime(first) {}
  }

  @Test("of what is held nothing else is kept, and who holds it since when is said")
  func allOrNone() async throws {
    let shop = try Workshop()
    let held = try await ResourceLocks.take(["host:km02", "host:km01"], for: Self.holder("r1"), in: shop.folder)
    #expect(held.resources == ["host:km01", "host:km02"])
    try held.show(step: "drain[km01]")
    let refusal = await #expect(throws: RunRefusal.self) {
      try await ResourceLocks.take(["host:km00", "host:km02"], for: Self.holder("r2"), in: shop.folder)
    }
    #expect(
      refusal?.description
        == "'host:km02' is held by \(RunOperator.current(version: "test")), since 2026-03-01T10:00:00.000Z, "
        + "as run 'r1' at step 'drain[km01]'")
    let other = try await ResourceLocks.take(["host:km00", "volume:km02"], for: Self.holder("r3"), in: shop.folder)
    withExtendedLifetime((held, other)) {}
  }

  @Test("who waits gets it when it is let go, and is told once what is waited for")
  func waits() async throws {
    let shop = try Workshop()
    let folder = shop.folder
    var held: ResourceLocks? = try await ResourceLocks.take(["service:shop"], for: Self.holder("r1"), in: folder)
    let (lines, told) = AsyncStream<String>.makeStream()
    let waiting = Task {
      try await ResourceLocks.take(["service:shop"], for: Self.holder("r2"), in: folder, isWaiting: true) {
        told.yield($0)
      }
    }
    for await line in lines {
      #expect(line.contains("as run 'r1'"))
      break
    }
    #expect(held != nil)
    held = nil
    let got = try await waiting.value
    #expect(got.resources == ["service:shop"])
    #expect(got.waits.map(\.resource) == ["service:shop"])
    #expect(got.waits.first?.waitedMilliseconds != nil)
    told.finish()
    for await line in lines { Issue.record("told again: \(line)") }
  }

  @Test("runs that want the same resources in different orders all get them in the end")
  func noDeadlock() async throws {
    let shop = try Workshop()
    let folder = shop.folder
    let names = ["host:a", "host:b", "host:c", "volume:d"]
    let served = try await withThrowingTaskGroup(of: Int.self) { group in
      for number in 0..<8 {
        group.addTask {
          let mine = names.indices.map { names[($0 + number) % names.count] }
          let locks = try await ResourceLocks.take(mine, for: Self.holder("r\(number)"), in: folder, isWaiting: true)
          return withExtendedLifetime(locks) { number }
        }
      }
      return try await group.reduce(into: Set<Int>()) { $0.insert($1) }
    }
    #expect(served.count == 8)
  }

  @Test("waiting ends when the run is interrupted")
  func interrupted() async throws {
    let shop = try Workshop()
    let folder = shop.folder
    let held = try await ResourceLocks.take(["host:a"], for: Self.holder("r1"), in: folder)
    let (lines, told) = AsyncStream<String>.makeStream()
    let waiting = Task {
      try await ResourceLocks.take(["host:a"], for: Self.holder("r2"), in: folder, isWaiting: true) { told.yield($0) }
    }
    for await _ in lines { break }
    waiting.cancel()
    await #expect(throws: RunRefusal.self) { try await waiting.value }
    withExtendedLifetime(held) {}
  }

  @Test(
    "what stands in a lock's file is shown only if it is a holder",
    arguments: ["", "garbage", "{}", "[[[[", "\u{0}", "{\"by\":{},\"run\":\"\\u001b[2J\"}"])
  func hostileFile(text: String) async throws {
    let shop = try Workshop()
    var held: ResourceLocks? = try await ResourceLocks.take(["host:a"], for: Self.holder("r1"), in: shop.folder)
    let path = "\(shop.folder.lockFolder)/\(ResourceLock.fileName("host:a"))"
    try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: [])
    let refusal = await #expect(throws: RunRefusal.self) {
      try await ResourceLocks.take(["host:a"], for: Self.holder("r2"), in: shop.folder)
    }
    #expect(refusal?.description == "'host:a' is held by somebody who has not said so yet")
    #expect(held != nil)
    held = nil
    _ = try await ResourceLocks.take(["host:a"], for: Self.holder("r2"), in: shop.folder)
  }

  @Test("names that look alike as files are different resources")
  func names() {
    let resources = ["host:a", "host-a", "host/a", "host:A", "host:a ", String(repeating: "a", count: 300), "../../a"]
    let files = Set(resources.map(ResourceLock.fileName))
    #expect(files.count == resources.count)
    #expect(files.allSatisfy { !$0.contains("/") && $0.utf8.count < 100 })
  }

  /// Starts a process that wants a resource; what it says, as it says it, goes to the channel.
  static func contender(_ run: String, _ shop: Workshop) throws -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try Probe.path)
    process.arguments = ["--hold", run, shop.folder.path, "host:km01"]
    process.standardInput = Pipe()
    process.standardOutput = Pipe()
    try process.run()
    return process
  }

  /// The first line that a process says.
  static func word(of process: Process) throws -> String {
    let pipe = try #require(process.standardOutput as? Pipe)
    var line: [UInt8] = []
    while let byte = try pipe.fileHandleForReading.read(upToCount: 1)?.first, byte != UInt8(ascii: "\n") {
      line.append(byte)
    }
    return String(decoding: line, as: UTF8.self)
  }

  @Test("of 50 processes that start at the same time exactly one holds it; killed, it leaves it free at once")
  func fiftyStarts() throws {
    let shop = try Workshop()
    let processes = try (1...50).map { try Self.contender("r\($0)", shop) }
    let words = try processes.map(Self.word)
    #expect(words.count { $0 == "held" } == 1)
    #expect(words.count { $0.hasPrefix("refused: 'host:km01' is held by ") } == 49)
    let winner = processes[try #require(words.firstIndex(of: "held"))]
    kill(winner.processIdentifier, SIGKILL)
    for process in processes { process.waitUntilExit() }
    let next = try Self.contender("next", shop)
    #expect(try Self.word(of: next) == "held")
    try (next.standardInput as? Pipe)?.fileHandleForWriting.close()
    next.waitUntilExit()
    #expect(next.terminationStatus == 0)
  }

  @Test("while a process of a killed run still works, its resources are not free")
  func orphan() async throws {
    let shop = try Workshop()
    let id = try await KillTests.killed(shop, check: true)
    let holder = Self.holder(id)
    // As the killed run would have left it: its name in the file, and nobody's lock.
    try shop.folder.makeLockFolder()
    let path = "\(shop.folder.lockFolder)/\(ResourceLock.fileName("host:km01"))"
    try Data(holder.bytes).write(to: URL(fileURLWithPath: path))
    let refusal = await #expect(throws: RunRefusal.self) {
      try await ResourceLocks.take(["host:km01"], for: Self.holder("other"), in: shop.folder)
    }
    #expect(refusal?.description.contains("of step 'c' of the run '\(id)' still runs") == true)
    _ = try await ResourceLocks.take(["host:km01"], for: holder, in: shop.folder)
    try shop.write("go", "")
    try await shop.wait(for: "c", in: "effects")
  }
}
