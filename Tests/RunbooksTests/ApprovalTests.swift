import Foundation
import Subprocess
import Testing

@testable import Runbooks

@Suite("Approvals by other people")
struct ApprovalTests {
  /// 2026-03-01T10:00:00Z.
  static let now = 1_772_359_200.0

  /// A folder with keys, a list of allowed signers, and a request.
  final class Desk: Sendable {
    let shop: Workshop
    let gate: ApprovalGate

    init(quorum: Int = 1, from: [String] = [], step: String = "fail-over") async throws {
      let shop = try Workshop()
      self.shop = shop
      try FileManager.default.createDirectory(atPath: "\(shop.path)/.ssh", withIntermediateDirectories: true)
      for name in ["bert", "cleo", "mallory", ".ssh/id_ed25519"] { try await Self.makeKey(name, shop) }
      let lines = ["bert", "cleo"].map { "\($0)@lab \(shop.read("\($0).pub"))" }
      try shop.write(
        "signers", lines.joined() + "anna@lab \(shop.read(".ssh/id_ed25519.pub"))" + "anna \(shop.read("cleo.pub"))")
      gate = try Self.gate(shop, quorum: quorum, from: from, step: step)
      try gate.publish()
    }

    static func makeKey(_ name: String, _ shop: Workshop) async throws {
      let result = try await Subprocess.run(
        .name("ssh-keygen"), arguments: ["-q", "-t", "ed25519", "-N", "", "-C", "", "-f", "\(shop.path)/\(name)"],
        output: .discarded, error: .discarded)
      try #require(result.terminationStatus.isSuccess)
    }

    static func gate(
      _ shop: Workshop, quorum: Int = 1, from: [String] = [], step: String = "fail-over", run: String = "run-1"
    ) throws -> ApprovalGate {
      try shop.folder.make()
      let anna = RunOperator(user: "anna", machine: "desk", pid: 1, version: "test")
      let start = JournalEvent.RunStart(
        runbook: "homelab/test", closure: RunClosure(plan: "0123", tool: "test"), by: anna)
      let journal = try JournalWriter(creating: "\(run)-\(UUID().uuidString)", in: shop.folder, clock: .system)
      try journal.append(.runStart(start))
      let approval = Approval("Fail over to B", from: from, count: quorum, validMilliseconds: 60_000)
      let request = ApprovalRequest(
        approval, step: step, run: run, start: start, journal: journal, redactor: Redactor([:]), now: ApprovalTests.now)
      return ApprovalGate(
        request, in: shop.folder, allowedSigners: "\(shop.path)/signers", environment: ["HOME": shop.path])
    }

    /// Signs the request as somebody.
    @discardableResult
    func approve(_ key: String, comment: String = "looks right") async throws -> [String] {
      try await ApprovalSigning(gate.path).sign(with: "\(shop.path)/\(key)", comment: comment)
    }
  }

  @Test("an allowed signer's approval counts, with the comment, and is bound to the journal's head")
  func one() async throws {
    let desk = try await Desk()
    #expect(await desk.gate.count(at: Self.now).isEnough == false)
    try await desk.approve("bert", comment: "go\u{1B}[2J ahead")
    let count = await desk.gate.count(at: Self.now)
    #expect(count.isEnough)
    #expect(count.refused.isEmpty)
    #expect(count.given.map(\.by) == ["bert@lab"])
    #expect(count.given.first?.comment == "go[2J ahead")
    #expect(count.given.first?.key.hasPrefix("SHA256:") == true)
    #expect(desk.gate.request.head.utf8.count == 64)
  }

  @Test("a quorum is a number of persons: neither two approvals nor two names of one key are two")
  func quorum() async throws {
    let desk = try await Desk(quorum: 2)
    try await desk.approve("bert", comment: "once")
    try await desk.approve("bert", comment: "twice")
    #expect(await desk.gate.count(at: Self.now).given.count == 1)
    #expect(await desk.gate.count(at: Self.now).isEnough == false)
    try await desk.approve("cleo")
    #expect(await desk.gate.count(at: Self.now).isEnough)
  }

  @Test("the operator's own key never counts, nor does the operator's name with another key")
  func operatorsOwn() async throws {
    let desk = try await Desk()
    try await desk.approve(".ssh/id_ed25519")
    let count = await desk.gate.count(at: Self.now)
    #expect(count.given.isEmpty)
    #expect(count.refused.first?.contains("the operator, who cannot approve") == true)
    try desk.shop.write("signers", "anna@elsewhere \(desk.shop.read("bert.pub"))")
    try await desk.approve("bert")
    #expect(await desk.gate.count(at: Self.now).given.isEmpty)
  }

  @Test("a key that is not on the list, or stands for a pattern of names, does not count")
  func strangers() async throws {
    let desk = try await Desk()
    try await desk.approve("mallory")
    #expect(await desk.gate.count(at: Self.now).refused.first?.contains("not signed by an allowed signer") == true)
    try desk.shop.write("signers", "*@lab \(desk.shop.read("mallory.pub"))")
    #expect(await desk.gate.count(at: Self.now).given.isEmpty)
  }

  @Test("only those who are asked can approve")
  func from() async throws {
    let desk = try await Desk(from: ["cleo@lab"])
    try await desk.approve("bert")
    #expect(await desk.gate.count(at: Self.now).refused.first?.contains("bert@lab, who is not asked") == true)
    try await desk.approve("cleo")
    #expect(await desk.gate.count(at: Self.now).isEnough)
  }

  @Test("after its time a request is void, whoever has signed it")
  func expiry() async throws {
    let desk = try await Desk()
    try await desk.approve("bert")
    #expect(await desk.gate.count(at: Self.now + 59).isEnough)
    let late = await desk.gate.count(at: Self.now + 60)
    #expect(late.isExpired && !late.isEnough && late.given.isEmpty)
  }

  @Test("an approval of another run, another step, or another moment of the same run is refused")
  func replay() async throws {
    let desk = try await Desk()
    let files = try await desk.approve("bert")
    let others = [
      try Desk.gate(desk.shop, run: "run-2"), try Desk.gate(desk.shop, step: "fence"), try Desk.gate(desk.shop),
    ]
    for other in others {
      try other.publish()
      let stem = String(other.path.dropLast(5))
      for (file, end) in zip(files, [".x.approval", ".x.approval.sig"]) {
        try FileManager.default.copyItem(atPath: file, toPath: stem + end)
      }
      let count = await other.count(at: Self.now)
      #expect(count.given.isEmpty)
      #expect(count.refused.first?.contains("approves something else") == true)
    }
  }

  @Test("a signature for another purpose, or over other words, does not count")
  func otherSignatures() async throws {
    let desk = try await Desk()
    let files = try await desk.approve("bert", comment: "no")
    let statement = String(decoding: try Data(contentsOf: URL(fileURLWithPath: files[0])), as: UTF8.self)
    try Data(statement.replacingOccurrences(of: "\"no\"", with: "\"yes\"").utf8)
      .write(to: URL(fileURLWithPath: files[0]))
    #expect(await desk.gate.count(at: Self.now).given.isEmpty)
    try Data(statement.utf8).write(to: URL(fileURLWithPath: files[0]))
    #expect(await desk.gate.count(at: Self.now).isEnough)
    try FileManager.default.removeItem(atPath: files[1])
    _ = try await Subprocess.run(
      .name("ssh-keygen"), arguments: ["-Y", "sign", "-n", "git", "-f", "\(desk.shop.path)/bert", files[0]],
      output: .discarded, error: .discarded)
    #expect(FileManager.default.fileExists(atPath: files[1]))
    #expect(await desk.gate.count(at: Self.now).given.isEmpty)
  }

  @Test("files that are anything but approvals are passed over, with the reason", .timeLimit(.minutes(10)))
  func hostileFiles() async throws {
    let desk = try await Desk()
    let stem = String(desk.gate.path.dropLast(5))
    let contents = [
      "", "{}", "[[[[", "\u{0}\u{1}", "{\"comment\":1,\"request\":2}", String(repeating: "a", count: 40_000),
      "{\"comment\":\"\",\"request\":\"\(desk.gate.request.hash)\"}",
    ]
    for (index, text) in contents.enumerated() {
      try Data(text.utf8).write(to: URL(fileURLWithPath: "\(stem).\(index).approval"))
      try Data(text.utf8).write(to: URL(fileURLWithPath: "\(stem).\(index).approval.sig"))
    }
    try FileManager.default.createSymbolicLink(atPath: "\(stem).link.approval", withDestinationPath: "/dev/zero")
    try #require(mkfifo("\(stem).pipe.approval", 0o600) == 0)
    let count = await desk.gate.count(at: Self.now)
    #expect(count.given.isEmpty && !count.isEnough)
    #expect(count.refused.count == contents.count + 2)
    try await desk.approve("bert")
    #expect(await desk.gate.count(at: Self.now).isEnough)
  }

  @Test("a request that was changed on its way is no longer the one that was asked, and a file that is none is refused")
  func changedRequest() async throws {
    let desk = try await Desk()
    guard case .approvalAsked(let asked) = desk.gate.request.event else { return }
    let again = try ApprovalGate(
      asked: asked, run: "run-1", in: desk.shop.folder, allowedSigners: "\(desk.shop.path)/signers",
      environment: ["HOME": desk.shop.path])
    #expect(again.request == desk.gate.request)
    var other = desk.gate.request
    other.text = "Something harmless"
    try Data(other.bytes).write(to: URL(fileURLWithPath: desk.gate.path))
    #expect(throws: RunRefusal.self) {
      try ApprovalGate(
        asked: asked, run: "run-1", in: desk.shop.folder, allowedSigners: "signers", environment: [:])
    }
    try await desk.approve("bert")
    #expect(await desk.gate.count(at: Self.now).given.isEmpty)
    try Data("{}".utf8).write(to: URL(fileURLWithPath: desk.gate.path))
    #expect(throws: RunRefusal.self) { try ApprovalSigning(desk.gate.path) }
  }

  @Test("without a list of allowed signers nothing is asked")
  func noSigners() async throws {
    let shop = try Workshop()
    let gate = try Desk.gate(shop)
    #expect(throws: RunRefusal.self) { try gate.publish() }
  }

  @Test("a run stops at the gate until others have signed, whatever --yes says, and goes on when they have")
  func wholeRun() async throws {
    let desk = try await Desk()
    let shop = desk.shop
    var plan = shop.plan([shop.step("after", "echo done >> log")])
    let approval = Approval(PlannedText("Go on?"))
    plan.steps.insert(PlannedStep(id: "ask", title: PlannedText("Ask"), kind: .approval(approval)), at: 0)
    var options = Workshop.options(environment: ["HOME": shop.path])
    options.allowedSigners = "\(shop.path)/signers"
    let (id, result) = try await shop.run([], options: options, plan: plan)
    #expect(result == .stopped)
    let asked = try #require(try shop.state(id).asked["ask"])
    let names = try FileManager.default.contentsOfDirectory(atPath: "\(shop.folder.path)/approvals")
    let request = try #require(names.first { $0.contains(asked.request.prefix(12)) })
    let signing = try ApprovalSigning("\(shop.folder.path)/approvals/\(request)")
    _ = try await signing.sign(with: "\(shop.path)/bert", comment: "go on")
    let final = options
    let run = try await Run.resume(id, in: shop.folder, on: TestTerminal(), options: final)
    #expect(try await run.go() == .completed)
    #expect(shop.read("log") == "done\n")
    let given = try shop.folder.journal(of: id).records.compactMap { record in
      if case .approvalGiven(let given) = record.event { given } else { nil }
    }
    #expect(given.map(\.by) == ["bert@lab"])
  }
}
