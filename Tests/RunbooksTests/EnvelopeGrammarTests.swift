import Testing

@testable import Runbooks

@Suite("Words of a step")
struct EnvelopeGrammarTests {
  /// The first step of a body whose other lines raise nothing.
  private static func step(_ body: String) throws -> Step<Template> {
    let reading = Reading.body(body)
    #expect(reading.findings == [])
    return try #require(reading.runbook?.steps.first)
  }

  @Test("attempts, limits and what follows a failure")
  func flow() throws {
    let step = try Self.step(
      """
      ```bash {step=a timeout=5s step-timeout=1m attempts=3 pause=500ms factor=1.5 longest-pause=2s retry-on="1, 75" on-failure=b end}
      true
      ```
      ```bash {step=b}
      true
      ```
      """)
    #expect(step.work?.timeoutMilliseconds == 5_000)
    #expect(step.timeoutMilliseconds == 60_000)
    #expect(
      step.retry
        == Retry(
          attempts: 3, pauseMilliseconds: 500, factor: 1.5, longestPauseMilliseconds: 2_000, onExitCodes: [1, 75]))
    #expect(step.onFailure == .jump("b"))
    #expect(step.isEnd && step.isCritical)
  }

  @Test("a step that goes on after a failure is not critical unless it says so")
  func critical() throws {
    #expect(try !Self.step("```bash {step=a on-failure=go-on}\ntrue\n```").isCritical)
    #expect(try Self.step("```bash {step=a on-failure=go-on critical}\ntrue\n```").isCritical)
    #expect(try !Self.step("```bash {step=a not-critical}\ntrue\n```").isCritical)
  }

  @Test("phase, mode and locks")
  func place() throws {
    let step = try Self.step(
      "```bash {step=b idempotent only-in=drill phase=clean-up locks=\"vm/km01, volume/data\"}\ntrue\n```")
    #expect(step.isIdempotent)
    #expect(step.onlyIn == .drill)
    #expect(step.phase == .cleanUp)
    #expect(step.locks == ["vm/km01", "volume/data"])
  }

  @Test("a loop has items, a width and a limit of failures")
  func loop() throws {
    let loop = try #require(
      try Self.step(
        "```bash {step=a each=\"km01 {{ cluster.nodes }}\" concurrency=2 max-errors=10% canary}\necho {{ item }}\n```"
      )
      .loop)
    #expect(loop.items.map(\.source) == ["km01", "{{ cluster.nodes }}"])
    #expect(loop.concurrency == 2)
    #expect(loop.errors == .percent(10))
    #expect(loop.hasCanary)
  }

  @Test("a wait has a limit and a pause")
  func wait() throws {
    guard case .wait(let wait) = try Self.step("```http {step=a wait=3m every=2s}\nGET https://lab.example/\n```").kind
    else {
      Issue.record("no wait")
      return
    }
    #expect(wait.withinMilliseconds == 180_000)
    #expect(wait.everyMilliseconds == 2_000)
  }

  @Test("companions are joined to their step")
  func companions() throws {
    let step = try Self.step(
      """
      ```bash {step=a skip-if="mode == drill" require="item exists" message="No item" each=b}
      true
      ```
      ```bash {precondition=a}
      echo precondition
      ```
      ```kubectl {check=a namespace=home}
      get pods
      ```
      ```bash {undo=a}
      echo undo
      ```
      ```bash {undo-check=a}
      echo undone
      ```
      ```command {only-if=a}
      test -e /etc
      ```
      ```bash {require=a message="Not today"}
      false
      ```
      ```expect {of=a}
      exit in (0, 2)
      output contains "all well"
      capture first
      capture members: number = json $.status["the members"][0]
      ```
      """)
    #expect(step.precondition?.script?.source == "echo precondition\n")
    #expect(
      step.check?.kind
        == .kubectl(
          ClusterCall(
            [Template("get", firstLine: 1), Template("pods", firstLine: 1)], namespace: Template("home", firstLine: 1)))
    )
    #expect(step.undo?.script?.source == "echo undo\n")
    #expect(step.undoCheck?.script?.source == "echo undone\n")
    #expect(step.guards.map(\.decision) == [.skipIf, .require, .onlyIf, .require])
    #expect(step.guards.map { $0.message?.source } == [nil, "No item", nil, "Not today"])
    #expect(step.work?.expectations.map(\.selector) == [.exit, .output])
    #expect(
      step.captures == [Capture("first"), Capture("members", .json("$.status[\"the members\"][0]"), kind: .number)])
  }

  @Test("probes are the steady state, and front matter says when it is looked at")
  func steadyState() throws {
    let reading = Reading(
      """
      ---
      title: A
      inputs: [node, size, way, file]
      input.node.thing: vm
      input.size.number: 1 to 5
      input.size.default: 3
      input.way.choice: [soft, hard]
      input.file.pattern: '/.*\\.db'
      secret.TOKEN: vault kv/data/homelab/etcd#token
      secret.PIN: prompt
      locks: [cluster/homelab]
      drill: quarterly
      steady-before: required
      steady-every: 30s
      ---
      # The API answers

      ```http {steady=api timeout=5s expect="status == 200"}
      GET https://{{ input.node }}/
      ```
      ```bash {step=a secret="TOKEN PIN"}
      echo {{ input.size }} {{ input.way }} {{ input.file }}
      ```
      """)
    #expect(reading.findings == [])
    let book = try #require(reading.runbook)
    #expect(
      book.inputs.map(\.kind) == [
        .thing(kind: "vm"), .number(least: 1, most: 5), .choice(["soft", "hard"]), .pattern("/.*\\.db"),
      ])
    #expect(book.inputs.map(\.standard) == [nil, "3", nil, nil])
    #expect(book.secretSources == ["TOKEN": .vault(path: "kv/data/homelab/etcd", field: "token"), "PIN": .prompt])
    #expect(book.locks == ["cluster/homelab"])
    #expect(book.drill == .quarterly)
    #expect(book.steadyState?.probes.map(\.title.source) == ["The API answers"])
    #expect(book.steadyState?.isRequiredBefore == true)
    #expect(book.steadyState?.everyMilliseconds == 30_000)
  }

  @Test(
    "what cannot be meant is reported at its line",
    arguments: [
      ("```bash {step=a attempts=0}\ntrue\n```", "RB0707:4"),
      ("```bash {step=a pause=1s}\ntrue\n```", "RB0707:4"),
      ("```bash {step=a attempts=2 factor=nan}\ntrue\n```", "RB0707:4"),
      ("```bash {step=a attempts=2 retry-on=0}\ntrue\n```", "RB0707:4"),
      ("```bash {step=a critical not-critical}\ntrue\n```", "RB0707:4"),
      ("```bash {step=a only-in=test}\ntrue\n```", "RB0707:4"),
      ("```bash {step=a phase=last}\ntrue\n```", "RB0707:4"),
      ("```bash {step=a locks=km01}\ntrue\n```", "RB0707:4"),
      ("```bash {step=a concurrency=2}\ntrue\n```", "RB0707:4"),
      ("```bash {step=a each=b max-errors=ten}\ntrue\n```", "RB0707:4"),
      ("```bash {step=a each=b max-errors=101%}\ntrue\n```", "RB0707:4"),
      ("```bash {step=a each=\" \"}\ntrue\n```", "RB0724:4"),
      ("```bash {step=a every=1s}\ntrue\n```", "RB0707:4"),
      ("```bash {step=a wait=1m attempts=2}\ntrue\n```", "RB0707:4"),
      ("```bash {step=a message=b}\ntrue\n```", "RB0707:4"),
      ("```bash {step=a mode=0600}\ntrue\n```", "RB0707:4"),
      ("```manual {step=a attempts=2}\nDo it.\n```", "RB0707:4"),
      ("```manual {step=a}\nDo it.\n```\n```bash {undo=a}\ntrue\n```", "RB0709:7"),
      ("```bash {step=a}\ntrue\n```\n```bash {undo-check=a}\ntrue\n```", "RB0709:7"),
      ("```bash {undo=a}\ntrue\n```", "RB0709:4"),
      ("```bash {steady=a}\ntrue\n```\n```bash {steady=a}\ntrue\n```", "RB0709:7"),
      ("```bash {undo=a check=b}\ntrue\n```", "RB0706:4"),
      ("```bash {step=a undo=a}\ntrue\n```", "RB0706:4"),
      ("```bash {step=a}\ntrue\n```\n```bash {of=a}\ntrue\n```", "RB0707:7"),
      ("```command {step=a}\nls | wc\n```", "RB0707:5"),
      ("```command {step=a}\nls \"a\n```", "RB0707:5"),
      ("```command {step=a}\n\n```", "RB0707:4"),
      ("```copy {step=a host=b}\na b\n```", "RB0707:4"),
      ("```copy {step=a host=b}\na -> b\n```", "RB0707:4"),
      ("```copy {step=a}\na -> host:b\n```", "RB0707:4"),
      ("```copy {step=a host=b mode=rw}\na -> host:b\n```", "RB0707:4"),
      ("```http {step=a}\nFETCH https://lab.example/\n```", "RB0707:5"),
      ("```http {step=a}\nGET lab.example\n```", "RB0707:5"),
      ("```http {step=a}\nGET https://lab.example/\nAccept\n```", "RB0707:6"),
      ("```approval {step=a count=0}\nGo?\n```", "RB0707:4"),
      ("```approval {step=a from=\"a;b\"}\nGo?\n```", "RB0707:4"),
      ("```bash {step=a skip-if=\"input.x = 3\"}\ntrue\n```", "RB0718:4"),
      ("```bash {step=a skip-if=\"mode > 3\"}\ntrue\n```", "RB0718:4"),
      ("```bash {step=a skip-if=\"x\"}\ntrue\n```", "RB0717:4"),
      ("```bash {step=a skip-if=\"(mode == real\"}\ntrue\n```", "RB0717:4"),
      ("```bash {step=a skip-if=\"mode == real and\"}\ntrue\n```", "RB0717:4"),
      ("```bash {step=a expect=\"colour == red\"}\ntrue\n```", "RB0719:4"),
      ("```bash {step=a expect=\"json status == red\"}\ntrue\n```", "RB0719:4"),
      ("```bash {step=a expect=\"output matches '['\"}\ntrue\n```", "RB0719:4"),
      ("```bash {step=a capture=\"a = match '('\"}\ntrue\n```", "RB0719:4"),
      ("```bash {step=a capture=\"a: colour\"}\ntrue\n```", "RB0717:4"),
      ("```branch {step=a}\nmode == real\n```", "RB0717:5"),
      ("```branch {step=a}\notherwise -> B b\n```", "RB0720:5"),
      ("```runbook {step=a}\nx/y\nno colon\n```", "RB0707:6"),
    ])
  func mistakes(body: String, finding: String) {
    #expect(Reading.body(body).findings == [finding])
  }

  @Test(
    "a mistake in what front matter says of inputs, secrets and the steady state is reported at its line",
    arguments: [
      ("inputs: [a]\ninput.a.colour: red", "RB0703"),
      ("inputs: [a]\ninput.a.number: few", "RB0703"),
      ("inputs: [a]\ninput.a.number: 5 to 1", "RB0703"),
      ("inputs: [a]\ninput.a.choice: b", "RB0703"),
      ("inputs: [a]\ninput.a.choice: [b, b]", "RB0703"),
      ("inputs: [a]\ninput.a.choice: [b, c]\ninput.a.default: d", "RB0703"),
      ("inputs: [a]\ninput.a.thing: vm\ninput.a.pattern: b", "RB0703"),
      ("inputs: [a]\ninput.a.pattern: '('", "RB0719"),
      ("input.b.thing: vm", "RB0712"),
      ("secret.A-B: prompt", "RB0703"),
      ("secret.A: keyring", "RB0703"),
      ("secret.A: vault kv/data/x", "RB0703"),
      ("drill: often", "RB0703"),
      ("locks: [km01]", "RB0703"),
      ("steady-before: required", "RB0703"),
    ])
  func mistakesInFrontMatter(lines: String, code: String) {
    let uses = lines.contains("[a]") ? "{{ input.a }}" : ""
    let reading = Reading("---\ntitle: A\n\(lines)\n---\n\(uses)")
    let last = lines.split(separator: "\n").count + 2
    #expect(reading.findings == ["\(code):\(last)"])
  }
}
