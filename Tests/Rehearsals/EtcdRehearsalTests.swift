import Blueprint
import Compiler
import Foundation
import LabLanguage
import LabModel
import Rackbook
import Runbooks
import Systems
import Testing

/// Runs the etcd runbooks, as a lab's build contains them, with a lab's program against a real etcd of three members.
///
/// `etcd/stage.sh` says what is real and what is stood in for.
@Suite("etcd rehearsals", .serialized)
struct EtcdRehearsalTests {
  private static let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  private static let folder = package.appending(path: "Tests/Rehearsals/etcd")
  private static let names = ["km01": "192.168.10.234", "km02": "192.168.10.235", "km03": "192.168.10.236"]

  @Test(
    "a backup brings everything back and can be undone, a drill touches nothing, and a damaged backup is refused",
    arguments: ["back-up-and-restore", "drill", "damaged-snapshot"])
  func rehearse(story: String) async throws {
    let build = FileManager.default.temporaryDirectory.appending(path: "rackbook-rehearsal-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: build) }
    let compilation = compile(Self.lab)
    let plans = build.appending(path: "runbooks/homelab")
    try FileManager.default.createDirectory(at: plans, withIntermediateDirectories: true)
    for name in ["etcd-backup", "etcd-restore"] {
      let runbook = try #require(
        compilation.runbooks.first { $0.id == "homelab/\(name)" }, "\(compilation.diagnostics.map(\.message))")
      try Data(runbook.plan.bytes).write(to: plans.appending(path: "\(name).json"))
    }

    let inherited = ProcessInfo.processInfo.environment["PATH"] ?? ""
    let programs = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    let run = VerificationRun(
      build.path, path: "\(Self.package.path)/.build/test-tools/bin:\(inherited):/usr/sbin:/sbin",
      environment: [
        "BUILD": build.path, "LAB": programs.appending(path: "RehearsalLab").path,
        "STORY": Self.folder.appending(path: "\(story).sh").path, "REHEARSAL": "/mnt",
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
      .init("ip", from: "iproute2"), .init("python3", from: "python3"), .init("unshare", from: "util-linux"),
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
}
