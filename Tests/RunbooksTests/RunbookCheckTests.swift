import Diagnostics
import Testing

@testable import Runbooks

/// What is told of a runbook that can be read; beside each finding stands what comes close and is well.
@Suite("Rules of runbooks")
struct RunbookCheckTests {
  private static func work(_ id: String, _ attributes: String = "") -> String {
    "```bash {step=\(id) \(attributes)}\ntrue\n```\n"
  }

  private static let choice = "title: A\ninputs: [way, size]\ninput.way.choice: [soft, hard]\ninput.size.number: 1 to 5"

  private static func findings(_ body: String, front: String = "title: A") -> [String] {
    let reading = Reading("---\n\(front)\n---\n\(body)")
    return reading.diagnostics.filter { $0.code != RunbookRules.unusedInput.code }.map {
      "\($0.code):\(($0.location?.line ?? 0) - front.split(separator: "\n").count - 2)"
    }
  }

  @Test(
    "a jump leads to a step further down",
    arguments: [
      (work("a", "on-failure=b") + work("b"), []),
      (work("a", "on-failure=c") + work("b"), ["RB0720:1"]),
      (work("a") + work("b", "on-failure=a"), ["RB0720:4"]),
      (work("a", "on-failure=a"), ["RB0720:1"]),
      (work("a", "on-failure=b/c") + "```runbook {step=b}\nx/y\n```", ["RB0720:1"]),
      (work("a", "on-failure=b") + work("b", "phase=clean-up"), ["RB0720:1"]),
      (work("a", "phase=clean-up on-failure=b") + work("b"), ["RB0720:1"]),
      (work("a", "phase=clean-up on-failure=b") + work("b", "phase=clean-up"), []),
      ("```branch {step=a}\nmode == real -> b\n```\n" + work("c"), ["RB0720:1"]),
    ] as [(String, [String])])
  func jumps(body: String, expected: [String]) { #expect(Self.findings(body) == expected) }

  @Test(
    "every step is reached on some way",
    arguments: [
      (work("a", "end") + work("b"), ["RB0725:4"]),
      (work("a", "end on-failure=b") + work("b"), []),
      (work("a", "end") + work("b", "phase=clean-up"), []),
      (work("a", "end only-in=drill") + work("b"), []),
      (work("a", "end skip-if=\"mode == real\"") + work("b"), []),
      ("```branch {step=a}\nmode == real -> c\notherwise -> c\n```\n" + work("b") + work("c"), ["RB0725:5"]),
      ("```branch {step=a on-failure=go-on}\nmode == real -> c\n```\n" + work("b") + work("c"), []),
    ] as [(String, [String])])
  func reached(body: String, expected: [String]) { #expect(Self.findings(body) == expected) }

  private static let use = "```note {step=use}\n{{ capture.n }}\n```\n"

  @Test(
    "a capture is made on every way to its use",
    arguments: [
      (work("a", "capture=n") + use, []),
      (use + work("a", "capture=n"), ["RB0727:2"]),
      (use, ["RB0727:2"]),
      (work("a", "capture=n only-if=\"mode == real\"") + use, ["RB0727:5"]),
      (work("a", "capture=n only-in=drill") + use, ["RB0727:5"]),
      (work("a", "capture=n only-in=drill") + "```note {step=use only-in=drill}\n{{ capture.n }}\n```\n", []),
      (work("a", "capture=n on-failure=go-on") + use, ["RB0727:5"]),
      (work("a", "capture=n on-failure=b") + work("c") + work("b") + use, ["RB0727:11"]),
      (work("a", "capture=n on-failure=b end") + work("b", "capture=n") + use, []),
      (work("a", "capture=n on-failure=b") + work("b", "capture=n") + use, []),
      (work("a", "capture=n parallel=g") + work("b", "parallel=g skip-if=\"capture.n == 1\""), ["RB0727:4"]),
      (work("a", "capture=n parallel=g") + work("b", "parallel=g") + use, []),
      (work("a", "capture=n") + "```note {step=b phase=clean-up}\n{{ capture.n }}\n```\n", ["RB0727:5"]),
      (
        work("a", "capture=n") + "```note {step=b phase=clean-up only-if=\"capture.n exists\"}\n{{ capture.n }}\n```\n",
        []
      ),
      (work("a", "capture=n") + "```bash {check=a}\ntest {{ capture.n }}\n```\n", []),
      (work("a", "capture=n require=\"capture.n == 1\""), ["RB0727:1"]),
      ("```runbook {step=a}\nx/y\n```\n```note {step=b}\n{{ capture.a.n }}\n```\n", []),
    ] as [(String, [String])])
  func captured(body: String, expected: [String]) { #expect(Self.findings(body) == expected) }

  @Test(
    "what is compared can be the same",
    arguments: [
      ("input.way == soft", []),
      ("input.way == sotf", ["RB0726:1"]),
      ("input.way in (soft, softly)", ["RB0726:1"]),
      ("input.way contains so", []),
      ("input.way > 3", ["RB0726:1"]),
      ("input.size == 3", []),
      ("input.size == few", ["RB0726:1"]),
      ("input.size > few", ["RB0726:1"]),
      ("input.size between 1 and many", ["RB0726:1"]),
      ("input.size matches '^[12]$'", []),
      ("input.size matches '['", ["RB0719:1"]),
      ("cluster.name > few", ["RB0726:1"]),
      ("cluster.name == few", []),
    ] as [(String, [String])])
  func compared(condition: String, expected: [String]) {
    #expect(Self.findings(Self.work("a", "only-if=\"\(condition)\""), front: Self.choice) == expected)
  }

  @Test(
    "exit codes and statuses are numbers",
    arguments: [
      ("exit == 0", []), ("exit in (0, ok)", ["RB0726:1"]), ("status == ok", ["RB0726:1"]), ("output == ok", []),
      ("json $.a > b", ["RB0726:1"]),
    ] as [(String, [String])])
  func expected(expectation: String, expected: [String]) {
    #expect(Self.findings(Self.work("a", "expect=\"\(expectation)\"")) == expected)
  }

  @Test(
    "an item stands in its loop",
    arguments: [
      ("```bash {step=a each=\"b c\"}\necho {{ item }}\n```", []),
      ("```bash {step=a}\necho {{ item }}\n```", ["RB0724:2"]),
      ("```bash {step=a each=\"{{ item }}\"}\ntrue\n```", ["RB0724:1"]),
    ] as [(String, [String])])
  func items(body: String, expected: [String]) { #expect(Self.findings(body) == expected) }

  @Test(
    "what is looked at again and again changes nothing",
    arguments: [
      ("```bash {step=a wait=1m}\nsystemctl is-active etcd\n```", []),
      ("```bash {step=a wait=1m}\nsudo systemctl restart etcd\n```", ["RB0730:2"]),
      ("```bash {step=a wait=1m}\nif true; then /bin/rm -f x; fi\n```", ["RB0730:2"]),
      ("```bash {step=a wait=1m}\necho rm # rm\n```", []),
      ("```bash {step=a idempotent}\nsystemctl restart etcd\n```", []),
      ("```kubectl {step=a wait=1m}\nkubectl delete pod x\n```", ["RB0730:1"]),
      ("```kubectl {step=a wait=1m}\nget pod delete\n```", []),
      ("```http {step=a wait=1m}\nPOST https://lab.example/\n```", ["RB0730:1"]),
      ("```copy {steady=a host=b timeout=1s}\na -> host:b\n```", ["RB0730:1"]),
      (work("a") + "```helm {skip-if=a}\nupgrade x y\n```", ["RB0730:4"]),
    ] as [(String, [String])])
  func waits(body: String, expected: [String]) { #expect(Self.findings(body) == expected) }

  @Test(
    "what became of a change can be found out",
    arguments: [
      ("```bash {step=a}\nls\nsudo systemctl restart etcd\n```", ["RB0735:3"]),
      ("```bash {step=a idempotent}\nsystemctl restart etcd\n```", []),
      ("```bash {step=a}\nsystemctl restart etcd\n```\n```bash {check=a}\ntrue\n```", []),
      ("```bash {step=a phase=clean-up}\nrm x\n```", []),
      ("```bash {step=a}\nsystemctl status etcd\n```", []),
      ("```command {step=a}\nrm x\n```", ["RB0735:1"]),
      ("```copy {step=a host=b timeout=1s}\na -> host:b\n```", []),
      ("```http {step=a}\nDELETE https://lab.example/\n```", ["RB0735:1"]),
    ] as [(String, [String])])
  func changes(body: String, expected: [String]) { #expect(Self.findings(body) == expected) }

  @Test(
    "gates can be passed, and are the same in both modes",
    arguments: [
      ("```approval {step=a from=\"b, c\" count=2}\nGo?\n```", []),
      ("```approval {step=a from=\"b, c\" count=3}\nGo?\n```", ["RB0732:1"]),
      ("```approval {step=a from=\"b, b\"}\nGo?\n```", ["RB0732:1"]),
      ("```approval {step=a count=3}\nGo?\n```", []),
      ("```confirm {step=a only-in=drill}\nGo?\n```", ["RB0731:1"]),
      ("```confirm {step=a only-in=real}\nGo?\n```", []),
      ("```note {step=a only-in=drill}\nGo.\n```", []),
    ] as [(String, [String])])
  func gates(body: String, expected: [String]) { #expect(Self.findings(body) == expected) }

  @Test(
    "a step that reaches a host has a limit, an undo is verified",
    arguments: [
      (work("a", "host=b"), ["RB0736:1"]),
      (work("a", "host=b timeout=1s"), []),
      (work("a", "host=b step-timeout=1s"), []),
      (work("a", "host=b wait=1m"), []),
      (work("a", "host=b timeout=1s") + "```bash {check=a host=b}\ntrue\n```", ["RB0736:4"]),
      ("```bash {steady=a host=b}\ntrue\n```", ["RB0736:1"]),
      (work("a") + "```bash {undo=a}\ntrue\n```\n", ["RB0729:4"]),
      (work("a") + "```bash {undo=a}\ntrue\n```\n```bash {undo-check=a}\ntrue\n```", []),
    ] as [(String, [String])])
  func limits(body: String, expected: [String]) { #expect(Self.findings(body) == expected) }

  @Test(
    "a secret stands on no command line",
    arguments: [
      ("printf %s \"$TOKEN\" | login", []),
      ("login --password \"$TOKEN\"", ["RB0734:2"]),
      ("login -p${TOKEN}", ["RB0734:2"]),
      ("login --password '$TOKEN'", []),
      ("login --password \"$TOKENS\"", []),
      ("PASSWORD=\"$TOKEN\" login", []),
      ("login <<< \"$TOKEN\"", []),
      ("cat <<EOF\ntoken: $TOKEN\nEOF\nlogin \"$TOKEN\"", ["RB0734:5"]),
      ("if [ -z \"$TOKEN\" ]; then exit 1; fi", []),
    ] as [(String, [String])])
  func secrets(script: String, expected: [String]) {
    #expect(Self.findings("```bash {step=a secret=TOKEN}\n\(script)\n```") == expected)
  }

  @Test("a secret that is declared is used")
  func frontMatter() {
    #expect(Self.findings("", front: "title: A\nsecret.TOKEN: prompt") == ["RB0733:-1"])
  }
}
