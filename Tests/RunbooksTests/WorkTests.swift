import Foundation
import Testing

@testable import Runbooks

@Suite("Works on this machine")
struct WorkTests {
  @Test("looks of a wait are shown when they say something new")
  func newLooks() async throws {
    let shop = try Workshop()
    let script = "cd \(shop.path); echo x >> looks; wc -l < looks | grep -q 3 && echo good && exit; echo bad; exit 1"
    let look = Work<PlannedText>(.script(PlannedText(script)))
    let wait = Wait(work: look, everyMilliseconds: 1, withinMilliseconds: 60_000)
    let terminal = TestTerminal()
    let (_, result) = try await shop.run([.of("up", .wait(wait))], on: terminal)
    #expect(result == .completed)
    #expect(terminal.output == "bad\ngood\n")
  }

  @Test("a command gets its words exactly, without a shell between")
  func words() async throws {
    var bench = WorkBench(try Workshop())
    try bench.fake("record")
    let result = try await bench.run(.command(["record"] + hostileWords))
    #expect(result.outcome.result == .succeeded, "\(result.outcome)")
    #expect(bench.arguments(of: "record") == hostileWords)
    #expect(bench.shop.read("record.input").isEmpty)
  }

  @Test("kubectl and helm get cluster, words and input exactly", arguments: ["kubectl", "helm"])
  func clusters(program: String) async throws {
    var bench = WorkBench(try Workshop())
    try bench.fake(program, "echo '{\"items\": [{\"n\": 3}]}'; echo a warning >&2")
    let manifest = "kind: '\"$x`\n---\n{ [ <<EOF\nEOF\n"
    let call = ClusterCall(
      ["apply", "-f", "-"] + hostileWords, kubeconfig: "/a b/-k", context: "-c'", namespace: "n s", input: manifest)
    let three = Expected(.json("$.items[0].n"), Comparison(.equals, ["3"]))
    let result = try await bench.run(program == "helm" ? .helm(call) : .kubectl(call), [three])
    #expect(result.outcome.result == .succeeded, "\(result.outcome)")
    let context = program == "helm" ? "--kube-context=-c'" : "--context=-c'"
    #expect(
      bench.arguments(of: program)
        == ["--kubeconfig=/a b/-k", context, "--namespace=n s", "apply", "-f", "-"] + hostileWords)
    #expect(bench.shop.read("\(program).input") == manifest)
    #expect(bench.terminal.output.contains("a warning"))
  }

  @Test(
    "what cannot be carried out fails before anything is started",
    arguments: [
      .command([]), .command([""]), .command(["echo", "a\0b"]), .script("echo \0"),
      .copy(FileCopy(.toHost, from: "/nowhere/at/all", to: "/tmp/x")),
      .copy(FileCopy(.toHost, from: "/tmp", to: "/tmp/x")), .copy(FileCopy(.fromHost, from: "/etc/hosts", to: "/tmp")),
      .copy(FileCopy(.toHost, from: "/etc/hosts", to: "/tmp/x", mode: "rwx")),
      .request(HTTPRequest("GET", "ftp://localhost/")), .request(HTTPRequest("GET", "http://local host/")),
      .request(HTTPRequest("get it", "http://localhost/")),
      .request(HTTPRequest("GET", "http://localhost/", headers: [.init("A:", "b")])),
      .request(HTTPRequest("GET", "http://localhost/", headers: [.init("A", "b\r\nC: d")])),
      .request(HTTPRequest("GET", "http://localhost/", connectTo: "a b")),
    ] as [WorkKind<String>])
  func refuses(kind: WorkKind<String>) async throws {
    let result = try await WorkBench(try Workshop()).run(kind)
    #expect(result.outcome.result == .failed)
    #expect(result.outcome.exitCode == nil)
    #expect(result.outcome.problem?.isEmpty == false)
  }

  @Test("a program that is not there is a failure that decides nothing")
  func missingProgram() async throws {
    let work = Work(WorkKind.command(["no-such-program-anywhere"]))
    let result = try await WorkBench(try Workshop()).run(work)
    #expect(result.outcome.exitCode == 127)
    #expect(!work.decides(result.outcome))
  }

  @Test("an expected exit code is a success, another one a failure that says why")
  func exits() async throws {
    let bench = WorkBench(try Workshop())
    let two = [Expected(Selector.exit, Comparison(.in, ["0", "2"]))]
    #expect(try await bench.run(.script("exit 2"), two).outcome.result == .succeeded)
    let outcome = try await bench.run(.script("exit 3"), two).outcome
    #expect(outcome.result == .failed)
    #expect(outcome.problem == "the exit code: '3' is none of '0', '2'")
  }

  @Test("output is judged without the errors, which are shown all the same")
  func judgesOutput() async throws {
    let bench = WorkBench(try Workshop())
    let five = [Expected(Selector.output, Comparison(.equals, ["5"]))]
    let result = try await bench.run(.script("echo warning >&2; echo 5.0"), five)
    #expect(result.outcome.result == .succeeded, "\(result.outcome)")
    #expect(bench.terminal.output.contains("warning"))
    #expect(bench.terminal.output.contains("5.0"))
  }

  @Test("a captured value is taken from the output without the errors")
  func capturesOutput() async throws {
    let shop = try Workshop()
    var step = shop.step("a", "echo warning >&2; echo 42")
    step.captures = [Capture("number", kind: .number)]
    let (id, result) = try await shop.run([step])
    #expect(result == .completed)
    #expect(try shop.state(id).captures["number"] == "42")
  }

  @Test("an expectation that fails does not quote a secret, also where the quote is cut")
  func hidesSecrets() async throws {
    let secret = String(repeating: "s3cr3t-", count: 30)
    let bench = WorkBench(try Workshop(), secrets: ["TOKEN": secret])
    let other = [Expected(Selector.output, Comparison(.equals, ["other"]))]
    let result = try await bench.run(.script("echo \"$TOKEN\""), secrets: ["TOKEN"], other)
    #expect(result.outcome.problem == "the output: '[TOKEN]' does not equal 'other'")
    #expect(!"\(result.outcome)\(bench.terminal.output)".contains("s3cr3t"))
  }

  @Test("more output than can be looked at is passed on whole, and not judged")
  func longOutput() async throws {
    let bench = WorkBench(try Workshop())
    let result = try await bench.run(
      .script("head -c 1100000 /dev/zero | tr '\\0' x; echo end"),
      [Expected(.output, Comparison(.endsWith, ["end"]))])
    #expect(result.outcome.problem?.contains("1 MiB") == true)
    #expect(result.outcome.tail.hasSuffix("end\n"))
    #expect(bench.terminal.output.utf8.count == 1_100_004)
  }

  @Test("a run that is killed before the process is written down has done nothing")
  func nothingBeforeTheJournal() async throws {
    struct Full: Error {}
    var bench = WorkBench(try Workshop())
    try bench.fake("record")
    let runner = ProcessRunner(clock: .system, environment: bench.environment, secrets: [:], redactor: Redactor([:]))
    for kind in [WorkKind<String>.command(["record"]), .script("record")] {
      await #expect(throws: Full.self) {
        try await runner.run(
          Work(kind), at: WorkPlace(step: "a", part: .action, attempt: 1),
          sink: OutputSink(terminal: bench.terminal, redactor: Redactor([:]))
        ) { _ in throw Full() }
      }
    }
    #expect(!bench.shop.exists("record.argv"))
  }

  @Test("lines of works that run side by side have a label and stay whole")
  func labels() {
    let terminal = TestTerminal()
    let sink = OutputSink(terminal: terminal, redactor: Redactor([:]), label: "km01")
    for piece in ["one\ntw", "o\n", "three"] { sink.take(Array(piece.utf8)) }
    #expect(terminal.output == "km01 | one\nkm01 | two\n")
    #expect(sink.finish() == "one\ntwo\nthree")
    #expect(terminal.output == "km01 | one\nkm01 | two\nkm01 | three\n")
  }

  @Test("a work that is silent is said to run still, beside its usual time")
  func beats() {
    let terminal = TestTerminal()
    let sink = OutputSink(terminal: terminal, redactor: Redactor([:]), usualMilliseconds: 20_000)
    sink.beat(elapsedMilliseconds: 30_000)
    sink.take([0x61])
    sink.beat(elapsedMilliseconds: 60_000)
    #expect(terminal.text == "  still running after 30s, usually 20s\n")
  }

  @Test("every kind is shown as one could type it, secrets by their names")
  func shown() {
    var copy = Work(WorkKind.copy(FileCopy(.toHost, from: "a b", to: "/c", mode: "0644")))
    copy.host = "km01"
    #expect(copy.shown == "copy 'a b' to km01:/c, mode 0644")
    #expect(Work(WorkKind.command(["echo", "a b"])).shown == "echo 'a b'")
    #expect(
      Work(WorkKind.kubectl(ClusterCall(["get", "no"], namespace: "x", input: "y z"))).shown
        == "kubectl --namespace=x get no <<< 'y z'")
    #expect(
      Work(
        WorkKind.request(
          HTTPRequest("PUT", "http://x/", headers: [.init("A", "Bearer $T")], body: "b", connectTo: "10.0.0.1"))
      ).shown == "PUT http://x/ at 10.0.0.1\nA: Bearer $T\n\nb")
  }
}
