import Foundation
import Testing

@testable import Runbooks

@Suite("Readiness")
struct ReadinessTests {
  /// What was found about a subject.
  static func finding(
    _ subject: String, _ plan: RunbookPlan, in shop: Workshop, inputs: [String: String] = [:], backup: String? = nil,
    environment: [String: String] = [:]
  ) async throws -> ReadinessFinding {
    var options = Workshop.options()
    options.environment["HOME"] = shop.path
    options.environment["KUBECONFIG"] = nil
    options.environment.merge(environment) { $1 }
    let readiness = Readiness(plan, inputs: inputs, folder: shop.folder, backup: backup, options: options)
    let findings = await readiness.findings()
    return try #require(findings.first { $0.subject == subject }, "\(findings)")
  }

  static func plan(_ work: Work<PlannedText>...) -> RunbookPlan {
    var plan = EvidenceTests.plan(
      work.enumerated().map { PlannedStep(id: "s\($0)", title: PlannedText("S"), kind: .work($1)) })
    plan.secretSources = nil
    return plan
  }

  @Test("nothing is made or changed by looking")
  func noSideEffects() async throws {
    let shop = try Workshop()
    _ = try await Self.finding("space for the journal", Self.plan(.bash("true")), in: shop)
    #expect(try FileManager.default.contentsOfDirectory(atPath: shop.path).isEmpty)
  }

  @Test("programs that are called for sure must be there; those a script seems to call are a guess")
  func tools() async throws {
    let shop = try Workshop()
    let plan = Self.plan(
      Work(.command([PlannedText("no-such-program"), PlannedText("x")])), .bash("set -e\nno-such-word --flag\nls"))
    #expect(try await Self.finding("bash", plan, in: shop).state == .ok)
    #expect(try await Self.finding("ls", plan, in: shop).state == .ok)
    #expect(try await Self.finding("no-such-program", plan, in: shop).state == .not)
    #expect(try await Self.finding("no-such-word", plan, in: shop).state == .cannotTell)
  }

  @Test("a script's programs are the first words of its lines, not those of here-documents")
  func words() {
    let script =
      "set -x\n# comment\nfoo=1\n  etcdutl status\nif true; then\ncat <<'END'\nnot-this\nEND\npg_dump | gzip\n"
    #expect(ScriptWords.programs(of: script) == ["etcdutl", "cat", "pg_dump"])
  }

  @Test("a host that cannot be reached is not ready, and ssh's own words say why")
  func noHost() async throws {
    let shop = try Workshop()
    let finding = try await Self.finding(
      "host nowhere.invalid", Self.plan(.bash("true", host: PlannedText("nowhere.invalid"))), in: shop)
    #expect(finding.state == .not)
    #expect(!finding.reason.isEmpty)
  }

  /// A folder with a program called `ssh` that runs the last argument here; its clock goes wrong by some seconds.
  static func sshHere(_ shop: Workshop, clockOff seconds: Int = 0) throws -> String {
    try FileManager.default.createDirectory(atPath: "\(shop.path)/bin", withIntermediateDirectories: true)
    try shop.write(
      "bin/ssh",
      "#!/bin/sh\ndate() { echo $(( $(command date +%s) + \(seconds) )); }\nfor last; do :; done\neval \"$last\"\n")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: "\(shop.path)/bin/ssh")
    return "\(shop.path)/bin"
  }

  @Test("what one connection tells: reachable, clock, programs", arguments: [0, 7_200, -7_200])
  func host(off: Int) async throws {
    let shop = try Workshop()
    let ssh = ["sh", "\(try Self.sshHere(shop, clockOff: off))/ssh"]
    let host = HostReadiness(
      host: .init(name: "km01", user: "root"), tools: ["sh": true, "no-such-program": true], clock: .system,
      limit: .seconds(300), ssh: ssh)
    let states = Dictionary(await host.findings.map { ($0.subject, $0.state) }, uniquingKeysWith: { $1 })
    #expect(states["host km01"] == .ok)
    #expect(states["clock of km01"] == (off == 0 ? .ok : .not))
    #expect(states["sh on km01"] == .ok)
    #expect(states["no-such-program on km01"] == .not)
  }

  @Test("a backup is held against what is promised")
  func backup() async throws {
    let shop = try Workshop()
    try shop.write("etcd.db", "x")
    let plan = Self.plan(.bash("true"))
    let subject = "age of the backup"
    #expect(try await Self.finding(subject, plan, in: shop).state == .cannotTell)
    #expect(try await Self.finding(subject, plan, in: shop, backup: "\(shop.path)/etcd.db").state == .ok)
    let old = Date(timeIntervalSinceNow: -3_600)
    try FileManager.default.setAttributes([.modificationDate: old], ofItemAtPath: "\(shop.path)/etcd.db")
    #expect(try await Self.finding(subject, plan, in: shop, backup: "\(shop.path)/etcd.db").state == .not)
    #expect(try await Self.finding(subject, plan, in: shop, backup: "\(shop.path)/none").state == .not)
  }

  @Test("a secret's presence is told, never its value")
  func secrets() async throws {
    let shop = try Workshop()
    let plan = Self.plan(.bash("true", secrets: ["DB_PASSWORD"]))
    #expect(try await Self.finding("secret DB_PASSWORD", plan, in: shop).state == .not)
    let found = try await Self.finding(
      "secret DB_PASSWORD", plan, in: shop, environment: ["DB_PASSWORD": "correct horse"])
    #expect(found.state == .ok)
    #expect(!found.reason.contains("horse"))
    var filed = plan
    filed.secretSources = ["DB_PASSWORD": .file("\(shop.path)/none")]
    #expect(try await Self.finding("secret DB_PASSWORD", filed, in: shop).state == .not)
  }

  @Test("a resource that a living run holds is not free, and the holder is named; it stays free for others to take")
  func locks() async throws {
    let shop = try Workshop()
    var plan = Self.plan(.bash("true"))
    plan.locks = ["host:km01"]
    #expect(try await Self.finding("lock host:km01", plan, in: shop).state == .ok)
    let holder = LockHolder(by: .current(version: "1"), since: "2026-11-23T12:00:00.000Z", run: "r1")
    let locks = try await ResourceLocks.take(["host:km01"], for: holder, in: shop.folder)
    let finding = try await Self.finding("lock host:km01", plan, in: shop)
    #expect(finding.state == .not)
    #expect(finding.reason.contains("as run 'r1'"))
    withExtendedLifetime(locks) {}
  }

  @Test("as many people as must approve have to be among the allowed signers")
  func approvals() async throws {
    let shop = try Workshop()
    try shop.write("signers", "# people\nanna,bob ssh-ed25519 AAAA\ncarl ssh-ed25519 BBBB\n")
    let cases: [([String], Int, ReadinessFinding.State)] = [
      ([], 3, .ok), ([], 4, .not), (["anna", "dora"], 1, .ok), (["anna", "dora"], 2, .not),
    ]
    for (from, count, state) in cases {
      let approval = Approval(PlannedText("Sure?"), from: from, count: count)
      let plan = EvidenceTests.plan([PlannedStep(id: "ok", title: PlannedText("OK"), kind: .approval(approval))])
      #expect(ApprovalReadiness(allowedSigners: "\(shop.path)/signers").findings(plan).map(\.state) == [state])
      #expect(ApprovalReadiness(allowedSigners: "\(shop.path)/none").findings(plan).map(\.state) == [.not])
    }
  }

  @Test("a kubeconfig without a certificate, or without a file, is told")
  func certificates() async throws {
    let shop = try Workshop()
    var call = ClusterCall([PlannedText("get"), PlannedText("nodes")])
    call.kubeconfig = PlannedText("\(shop.path)/config")
    let plan = Self.plan(Work(.kubectl(call)))
    let subject = "certificate in \(shop.path)/config"
    #expect(try await Self.finding(subject, plan, in: shop).state == .not)
    try shop.write("config", "users:\n- user:\n    token: abc\n")
    #expect(try await Self.finding(subject, plan, in: shop).state == .cannotTell)
  }

  @Test("a client certificate that ends within a week is not good", arguments: [("3", false), ("30", true)])
  func expiry(days: String, isGood: Bool) async throws {
    let shop = try Workshop()
    let made = await QuietProcess.run(
      "openssl",
      [
        "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-subj", "/CN=anna",
        "-days", days, "-keyout", "\(shop.path)/key.pem", "-out", "\(shop.path)/cert.pem",
      ], limit: .seconds(600))
    try #require(made?.hasSucceeded == true, "\(made?.error ?? "openssl is missing")")
    let data = Data(shop.read("cert.pem").utf8).base64EncodedString()
    try shop.write("config", "users:\n- user:\n    client-certificate-data: \(data)\n")
    let findings = await CertificateReadiness(environment: [:]).findings(["\(shop.path)/config"])
    #expect(findings.map(\.state) == [isGood ? .ok : .not])
    #expect(findings.first?.reason.hasPrefix("good until ") == true)
  }
}
