import Blueprint
import Foundation
import Rackbook
import Testing

/// Runs the runbooks of a lab, with that lab's own program, against real servers: see `stage/` and `stories/`.
@Suite("Runbook rehearsals", .serialized)
struct RunbookRehearsalTests {
  /// What happens on a stage.
  struct Story: Sendable, CustomTestStringConvertible {
    var name: String
    var stage: String
    var tools: [Verification.Tool]
    var testDescription: String { name }

    private static let hosts: [Verification.Tool] = [
      .init("sshd", from: "openssh-server"), .init("ssh", from: "openssh-client"), .init("ip", from: "iproute2"),
      .init("unshare", from: "util-linux"), .init("setpriv", from: "util-linux"), .init("pgrep", from: "procps"),
      .init("curl", from: "curl"), .init("python3", from: "python3"),
    ]

    static func onWeb(_ name: String) -> Story {
      Story(name: name, stage: "web", tools: hosts + [.init("nginx", from: "nginx-light")])
    }

    static func onDatabase(_ name: String) -> Story {
      Story(
        name: name, stage: "database",
        tools: hosts + ["psql", "pg_dump", "pg_restore"].map { .init($0, from: "postgresql") })
    }
  }

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
  private static let programs = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()

  @Test(
    "a story goes as it should",
    arguments: [
      Story.onWeb("publish"), .onWeb("rolling-update"), .onWeb("lost-host"), .onWeb("lost-operator"),
      .onDatabase("restore"),
    ])
  func play(story: Story) async throws {
    let inherited = ProcessInfo.processInfo.environment["PATH"] ?? ""
    let run = VerificationRun(
      Self.folder.path, path: "\(inherited):/usr/sbin:/sbin",
      environment: [
        "LAB": Self.programs.appending(path: "RehearsalLab").path, "SOURCES": Self.folder.appending(path: "Lab").path,
        "STAGE": story.stage, "STORY": story.name,
      ])
    let outcome = await run.outcome(
      of: Verification(
        "rehearsal", tools: story.tools, needsRoot: true,
        script: "exec \"$PWD/stage/$STAGE\" \"$PWD/stories/$STORY.sh\""))
    #expect(outcome == .accepted)
  }
}
