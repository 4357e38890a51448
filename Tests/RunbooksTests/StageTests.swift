import Foundation
import Testing

@testable import Runbooks

@Suite("Rehearsals on a stage", .serialized)
struct StageTests {
  /// A stage that has one host, to which nobody listens.
  private static func stage(_ shop: Workshop, takesHere: Bool = true) throws -> Stage {
    try shop.write("ssh_config", "Host km01 192.168.10.234\n  HostName 127.0.0.9\n  Port 2201\nHost km02\n  Port 22\n")
    try shop.write("stand-ins", "systemctl: starts etcd without systemd\n\n  the disk is in memory \n")
    return try Stage(shop.path, name: "cellar", takesHere: takesHere)
  }

  private static func step(_ id: String, on host: PlannedText?, _ script: String = "true") -> PlannedStep {
    .of(id, .work(.bash(script, host: host)))
  }

  private static func refusal(_ shop: Workshop, _ stage: Stage, _ steps: [PlannedStep]) async throws -> [String] {
    var options = Workshop.options()
    options.stage = stage
    do {
      _ = try await Run.start(
        shop.plan(steps), inputs: [:], in: shop.folder, on: TestTerminal(), options: options)
      return []
    } catch let refusal as RunRefusal {
      return refusal.reasons
    }
  }

  @Test("the journal says where the hosts were, and what was not the real thing")
  func account() async throws {
    let shop = try Workshop()
    var options = Workshop.options()
    options.stage = try Self.stage(shop)
    let items = ["km01", "192.168.10.234"].map { PlannedText($0) }
    let plan = shop.plan([
      Self.step("here", on: nil),
      .of("there", .work(.bash("true", host: PlannedText(.item)))) { $0.loop = Loop(over: items) },
    ])
    let run = try await Run.start(plan, inputs: [:], in: shop.folder, on: TestTerminal(), options: options)
    let start = try #require(try shop.state(run.id).start)
    #expect(start.stage?.name == "cellar")
    #expect(start.stage?.hosts == ["km01": "127.0.0.9:2201", "192.168.10.234": "127.0.0.9:2201"])
    #expect(start.stage?.standIns == ["systemctl: starts etcd without systemd", "the disk is in memory"])
    #expect(start.locks == ["stage:cellar/runbook:homelab/test"])
  }

  @Test("a host that has no HostName on the stage is refused before anything is run")
  func unknownHosts() async throws {
    let shop = try Workshop()
    let steps = [
      Self.step("a", on: PlannedText("km01")), Self.step("b", on: PlannedText("km02")),
      Self.step("c", on: PlannedText("pve1")),
    ]
    #expect(
      try await Self.refusal(shop, Self.stage(shop), steps) == [
        "the host 'km02' of step 'b' has no HostName on the stage 'cellar'",
        "the host 'pve1' of step 'c' has no HostName on the stage 'cellar'",
      ])
    #expect(try shop.folder.runs().isEmpty)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: shop.folder.path).allSatisfy { !$0.contains("ssh_config") })
  }

  @Test("works on this machine are refused where they do not belong to the stage")
  func worksHere() async throws {
    let shop = try Workshop()
    let steps = [Self.step("a", on: PlannedText("km01")), Self.step("b", on: nil)]
    #expect(
      try await Self.refusal(shop, Self.stage(shop, takesHere: false), steps) == [
        "step 'b' runs on this machine, which does not belong to the stage"
      ])
    #expect(try await Self.refusal(shop, Self.stage(shop, takesHere: true), steps) == [])
  }

  @Test("a folder without an ssh_config, and one that ssh could not be told, are no stages")
  func noStages() throws {
    let shop = try Workshop()
    #expect(throws: RunRefusal.self) { try Stage(shop.path, takesHere: true) }
    let odd = "\(shop.path)/a\"b"
    try FileManager.default.createDirectory(atPath: odd, withIntermediateDirectories: true)
    try shop.write("a\"b/ssh_config", "")
    #expect(throws: RunRefusal.self) { try Stage(odd, takesHere: true) }
  }

  @Test(
    "a rehearsal works on the stage's servers, is told apart from runs and drills, and is gone on with on a stage only")
  func rehearsal() async throws {
    let shop = try Workshop()
    try await SSHTests.withServer(shop) { environment in
      var options = Workshop.options(environment: environment)
      options.mode = .drill
      // The folder of the test has the ssh_config of its server.
      options.stage = try Stage(shop.path, name: "loopback", takesHere: false)
      let plan = shop.plan([
        Self.step("touch", on: PlannedText("rehearsal"), "touch \(shop.path)/touched; echo elsewhere"),
        .of("name", .work(.bash("echo elsewhere", host: PlannedText("rehearsal")))) { $0.captures = [Capture("host")] },
        .of("stray", .work(.bash("true", host: PlannedText(.capture("host"))))) {
          ($0.onFailure, $0.isCritical) = (.goOn, false)
        },
        Self.step("last", on: PlannedText("rehearsal")),
      ])
      let (id, result) = try await shop.run([], options: options, plan: plan)
      #expect(result == .completed && shop.exists("touched"))
      // What is not on the stage is not reached, also where it is learnt on the way.
      let stray = try shop.folder.journal(of: id).records.compactMap { record in
        if case .stepOutcome(let ended) = record.event, ended.step == "stray" { ended.outcome } else { nil }
      }
      #expect(stray.map(\.result) == [.failed])
      let evidence = EvidenceFormat.markdown.text(try shop.folder.account(of: id))
      #expect(
        evidence.contains("loopback, which stands in for the lab") && evidence.contains("In the place of rehearsal"))

      let record = try #require(try RunLedger(RunHistory(shop.folder)).runbooks[plan.id])
      #expect(record.runs == 0 && record.drills.isEmpty && record.lastSuccess == nil)
      #expect(record.lastRehearsal?.stage == "loopback" && record.lastRehearsal?.recoveryMilliseconds != nil)
      #expect(try RunHistory(shop.folder).entries.map(\.kind) == ["rehearsal"])
      #expect(try RunHistory(shop.folder).runs(RunQuery(mode: .drill)).isEmpty)
      #expect(UsualDurations.of(plan.id, in: shop.folder).isEmpty)

      options.takesBack = true
      options.stage = nil
      let plain = options
      await #expect(throws: RunRefusal.self) { try await shop.resume(id, options: plain) }
      let (real, _) = try await shop.run([.script("a")], options: Workshop.options(environment: environment))
      options.stage = try Stage(shop.path, takesHere: true)
      let staged = options
      await #expect(throws: RunRefusal("the run '\(real)' is no rehearsal: take it up with run --resume")) {
        try await shop.resume(real, options: staged)
      }
    }
  }
}
