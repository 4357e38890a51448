import Foundation
import Testing

@testable import Runbooks

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

@Suite("Works on a host", .serialized)
struct RemoteWorkTests {
  @Test("words, input and secrets get through ssh exactly, each quoted once")
  func words() async throws {
    let shop = try Workshop()
    try await SSHTests.withServer(shop) { environment in
      var bench = WorkBench(shop, secrets: ["TOKEN": "it's $a \"b\"\nc4n4ry"])
      bench.environment.merge(environment) { $1 }
      try shop.write(
        "record", "#!/bin/bash\nprintf '%s\\0' \"$@\" > \(shop.path)/record.argv\ncat > \(shop.path)/record.input\n")
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: "\(shop.path)/record")
      let result = try await bench.run(.command(["\(shop.path)/record"] + hostileWords), host: "rehearsal")
      #expect(result.outcome.result == .succeeded, "\(result.outcome)")
      #expect(bench.arguments(of: "record") == hostileWords)
      let script = "printf %s \"$TOKEN\" > \(shop.path)/token; echo \"has $TOKEN\""
      let secret = try await bench.run(.script(script), host: "rehearsal", secrets: ["TOKEN"])
      #expect(secret.outcome.result == .succeeded, "\(secret.outcome)")
      #expect(shop.read("token") == bench.secrets["TOKEN"])
      #expect(!bench.terminal.output.contains("c4n4ry"))
    }
  }

  @Test("what a step has started on a host ends with it, also what ignores the request", arguments: [true, false])
  func ends(byTimeout: Bool) async throws {
    let shop = try Workshop()
    try await SSHTests.withServer(shop) { environment in
      var bench = WorkBench(shop)
      bench.environment.merge(environment) { $1 }
      let script = """
        trap '' TERM HUP
        echo $$ >> \(shop.path)/pids
        (trap '' TERM HUP; echo $BASHPID >> \(shop.path)/pids; while :; do sleep 1; done) &
        setsid bash -c "trap '' HUP; echo \\$\\$ >> \(shop.path)/pids; exec sleep 1000" &
        echo begun >> \(shop.path)/progress
        while :; do sleep 1; done
        """
      var work = Work(WorkKind.script(script))
      work.host = "rehearsal"
      work.timeoutMilliseconds = byTimeout ? 20_000 : nil
      let (final, running) = (work, bench)
      let task = Task { try await running.run(final) }
      try await shop.wait(for: "begun", in: "progress")
      if !byTimeout { task.cancel() }
      let outcome = try await task.value.outcome
      #expect(outcome.result == (byTimeout ? .timedOut : .interrupted), "\(outcome)")
      #expect(outcome.problem == nil, "\(outcome)")
      let pids = shop.read("pids").split(separator: "\n").compactMap { pid_t($0) }
      #expect(pids.count == 3)
      for pid in pids { #expect(ProcessIdentity(of: pid, group: pid) == nil, "\(pid) is still there") }
    }
  }

  @Test("a host that cannot be reached is not mistaken for a step that failed as expected")
  func unreachable() async throws {
    let bench = WorkBench(try Workshop())
    var work = Work(WorkKind.script("exit 7"))
    work.host = "nowhere.invalid"
    work.expectations = [Expected(.exit, Comparison(.differs, ["0"]))]
    let outcome = try await bench.run(work).outcome
    #expect(outcome.result == .failed)
    #expect(outcome.problem?.contains("not reached") == true)
    #expect(!work.decides(outcome))
  }

  @Test("a connection is used again by the next work on the same host")
  func connections() async throws {
    let shop = try Workshop()
    try await SSHTests.withServer(shop) { environment in
      var bench = WorkBench(shop)
      bench.environment.merge(environment) { $1 }
      for _ in 1...3 {
        let result = try await bench.run(.command(["true"]), host: "rehearsal")
        #expect(result.outcome.result == .succeeded, "\(result.outcome)")
      }
      #expect(shop.read("sshd.log").components(separatedBy: "Accepted publickey").count == 2)
    }
  }
}
