import Blueprint
import Compiler
import Foundation
import LabLanguage
import LabModel
import Rackbook
import Runbooks
import Systems
import Testing

/// Plays the etcd runbooks, as a lab's build contains them, against a real etcd of three members.
///
/// `etcd/stage.sh` says what is real and what is stood in for.
@Suite("etcd rehearsals", .serialized)
struct EtcdRehearsalTests {
  private static let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  private static let folder = package.appending(path: "Tests/Rehearsals/etcd")
  private static let names = ["km01": "192.168.10.234", "km02": "192.168.10.235", "km03": "192.168.10.236"]

  @Test(
    "a backup brings everything back, and a damaged one is refused before anything is changed",
    arguments: ["back-up-and-restore", "damaged-snapshot"])
  func rehearse(story: String) async throws {
    let steps = FileManager.default.temporaryDirectory.appending(path: "rackbook-rehearsal-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: steps) }
    let compilation = compile(Self.lab)
    for name in ["etcd-backup", "etcd-restore"] {
      let runbook = try #require(
        compilation.runbooks.first { $0.id == "homelab/\(name)" }, "\(compilation.diagnostics.map(\.message))")
      try Self.write(runbook.plan, to: steps.appending(path: name))
    }

    let inherited = ProcessInfo.processInfo.environment["PATH"] ?? ""
    let run = VerificationRun(
      steps.path, path: "\(Self.package.path)/.build/test-tools/bin:\(inherited):/usr/sbin:/sbin",
      environment: [
        "STEPS": steps.path, "STORY": Self.folder.appending(path: "\(story).sh").path, "REHEARSAL": "/mnt",
        "MEMBERS": Self.names.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: " "),
      ])
    let outcome = await run.outcome(of: Self.play)
    #expect(outcome == .accepted)
  }

  /// A story in namespaces of its own: whatever it starts ends with it.
  private static let play = Verification(
    "rehearsal",
    tools: [
      .init("etcd", from: "etcd-server 3.5 or newer"), .init("etcdctl", from: "etcd-client 3.5 or newer"),
      .init("etcdutl", from: "etcd-client 3.5 or newer"), .init("openssl", from: "openssl"),
      .init("ip", from: "iproute2"), .init("unshare", from: "util-linux"),
    ], needsRoot: true,
    script: """
      unshare --mount --net --pid --fork --kill-child --mount-proc \
        bash -c 'mount -t tmpfs tmpfs "$REHEARSAL" && exec bash "$STORY"'
      """)

  /// Three machines that are control planes and workers, at the addresses that the stage gives them.
  private static var lab: ResolvedLab {
    let lan = Network("lan", "192.168.10.0/24", gateway: "192.168.10.1", dns: ["192.168.10.1"])
    let machines = names.sorted { $0.key < $1.key }.map {
      BareMetalHost($0.key, at: lan[$0.value], cores: 4, memory: .gib(8), disk: .gib(200))
    }
    let cluster = KubesprayCluster("homelab", release: "2.31.0", kubernetes: "1.35.4") {
      machines.map { ControlPlane($0) }
      machines.map { Worker($0) }
    }
    return ResolvedLab(name: "rehearsal", domain: "lab.example", listed: [lan, cluster])
  }

  /// One file a script, in the order of the runbook; a step's check comes after it, as in a run.
  private static func write(_ plan: RunbookPlan, to folder: URL) throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (index, step) in plan.steps.enumerated() {
      let number = index < 9 ? "0\(index + 1)" : "\(index + 1)"
      if let work = step.work {
        try write(work, to: folder.appending(path: "\(number)-\(step.id)"))
      }
      if let check = step.check { try write(check, to: folder.appending(path: "\(number)-\(step.id).check")) }
    }
  }

  private static func write(_ work: Work<PlannedText>, to file: URL) throws {
    let inputs = [Reference.input("snapshot"): "/mnt/snapshot.db"]
    let place = work.host?.filled(with: inputs) ?? "here"
    // As the runner does: one group, whose commands cannot read the rest of the script.
    let text = "# \(place)\n{ \(work.script?.filled(with: inputs) ?? "")\n} </dev/null\n"
    try Data(text.utf8).write(to: file)
  }
}
