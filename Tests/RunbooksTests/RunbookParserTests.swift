import Diagnostics
import Testing

@testable import Runbooks

@Suite("Reading a runbook")
struct RunbookParserTests {
  static let whole = """
    ---
    title: Restore etcd of {{ cluster.name }}
    summary: "When quorum is lost: bring one member back"
    symptoms: [etcdserver no leader, "apiserver: connection refused"]
    for: kubespray-cluster
    inputs: [snapshot]
    input.snapshot: the file to restore
    severity: critical
    duration: 20m
    ---
    # Restore

    Look at `{{ cluster.first-etcd }}` first.

    ## Take a snapshot

    ```bash {step="snapshot" host="{{ cluster.first-etcd }}" user=root timeout=60s secret="VAULT_TOKEN, OTHER"}
    etcdctl snapshot save {{ input.snapshot }}
    ```

    ```sh {check="snapshot"}
    test -s {{ input.snapshot }}
    ```

    1. Then say so:

       ```manual {step=tell title="Tell the others"}
       Write to the family.
       ```

    ```confirm {step='go-on'}
    Is the cluster drained?
    ```

    ```bash
    echo example only
    ```
    """

  @Test("front matter, prose and steps arrive at their places")
  func readsAll() throws {
    let reading = Reading(Self.whole, file: "runbooks/kubespray/etcd-restore.md")
    #expect(reading.diagnostics.isEmpty)
    let book = try #require(reading.runbook)
    #expect(book.name == "etcd-restore")
    #expect(book.title.source == "Restore etcd of {{ cluster.name }}")
    #expect(book.symptoms.map(\.source) == ["etcdserver no leader", "apiserver: connection refused"])
    #expect(book.subjectKind == "kubespray-cluster")
    #expect(book.inputs == [RunbookInput(name: "snapshot", description: "the file to restore")])
    #expect(book.severity == .critical)
    #expect(book.durationMilliseconds == 1_200_000)
    #expect(book.steps.map(\.id) == ["snapshot", "tell", "go-on"])
    #expect(book.steps.map(\.title.source) == ["Take a snapshot", "Tell the others", "Take a snapshot"])
    #expect(book.steps.map(\.line) == [17, 27, 31])
    #expect(book.body.contains(.code(language: "bash", text: "echo example only\n")))
  }

  @Test("a script keeps its host, user, limit, secrets and check")
  func readsScript() throws {
    let step = try #require(Reading(Self.whole).runbook?.step("snapshot"))
    guard let work = step.work, let script = work.script else {
      Issue.record("not a script")
      return
    }
    #expect(work.host?.source == "{{ cluster.first-etcd }}")
    #expect(work.user?.source == "root")
    #expect(work.timeoutMilliseconds == 60_000)
    #expect(work.secrets == ["VAULT_TOKEN", "OTHER"])
    #expect(script.placeholders.map(\.line) == [18])
    #expect(step.check?.script?.source == "test -s {{ input.snapshot }}\n")
  }

  @Test(
    "a mistake in the body is reported at its line",
    arguments: [
      ("```bash {step=\"a\"\ntrue\n```", "RB0705:4"),
      ("```bash {step=\"a\"}\ntrue\n", "RB0705:4"),
      ("````bash {step=\"a\"}\ntrue\n```", "RB0705:4"),
      ("> ```bash {step=\"a\"}\n> true\n\ntrue", "RB0705:4"),
      ("```bash {step=\"a\"} more\ntrue\n```", "RB0705:4"),
      ("```bash {=a}\ntrue\n```", "RB0705:4"),
      ("```bash {step=\"a\" title=\"b}\ntrue\n```", "RB0705:4"),
      ("```bash {title=\"a\"}\ntrue\n```", "RB0705:4"),
      ("```manual\nDo it.\n```", "RB0705:4"),
      ("    ```bash {step=\"a\"}\n    true\n    ```", "RB0705:4"),
      ("<div>\n```bash {step=\"a\"}\ntrue\n```\n</div>", "RB0705:5"),
      ("```bash {step=\"a\" title=\"`b`\"}\ntrue\n\n", "RB0705:4"),
      ("```bash {step=\"a\" timout=60s}\ntrue\n```", "RB0706:4"),
      ("```bash {step=\"a\" host=b host=c}\ntrue\n```", "RB0706:4"),
      ("```bash {step=\"a\" check=\"b\"}\ntrue\n```", "RB0706:4"),
      ("\n\n```bash {step=\"a\" timeout=60}\ntrue\n```", "RB0707:6"),
      ("```bash {step=\"a\" timeout=99999999999999999999s}\ntrue\n```", "RB0707:4"),
      ("```bash {step=\"a\" timeout=0s}\ntrue\n```", "RB0707:4"),
      ("```bash {step=\"A b\"}\ntrue\n```", "RB0707:4"),
      ("```bash {step}\ntrue\n```", "RB0707:4"),
      ("```bash {step=\"a\" tty=yes}\ntrue\n```", "RB0707:4"),
      ("```bash {step=\"a\" tty host=b}\ntrue\n```", "RB0707:4"),
      ("```bash {step=\"a\" user=root}\ntrue\n```", "RB0707:4"),
      ("```bash {step=\"a\" host=\"-oProxyCommand\"}\ntrue\n```", "RB0707:4"),
      ("```bash {step=\"a\" secret=\"A-B\"}\ntrue\n```", "RB0707:4"),
      ("```bash {step=\"a\"}\n\n```", "RB0707:4"),
      ("```python {step=\"a\"}\ntrue\n```", "RB0707:4"),
      ("```manual {step=\"a\" host=b}\nDo it.\n```", "RB0707:4"),
      ("```bash {check=\"a\"}\ntrue\n```", "RB0709:4"),
      ("```manual {step=\"a\"}\nDo it.\n```\n```bash {check=\"a\"}\ntrue\n```", "RB0709:7"),
      ("```bash {step=\"a\"}\n\necho {{ host name }}\n```", "RB0710:6"),
      ("```bash {step=\"a\"}\necho {{ host.name\n```", "RB0710:5"),
      ("Text\n\n{{ Cluster.Name }}", "RB0710:6"),
      ("```bash {step=\"a\"}\necho {{ input.node }}\n```", "RB0712:5"),
      ("a\u{1B}[31mb", "RB0701:4"),
      ("a\u{202E}b", "RB0701:4"),
    ])
  func mistakes(body: String, finding: String) {
    #expect(Reading.body(body).findings == [finding])
  }

  @Test("the second of two steps with one id is reported, and where the first is")
  func duplicateID() throws {
    let reading = Reading.body("```bash {step=\"a\"}\ntrue\n```\n\n```bash {step=\"a\"}\nfalse\n```")
    #expect(reading.findings == ["RB0708:8"])
    #expect(reading.diagnostics.first?.notes.first?.location?.line == 4)
  }

  @Test("a second check of a step is refused")
  func secondCheck() {
    let fence = "```bash {check=\"a\"}\ntrue\n```\n"
    #expect(Reading.body("```bash {step=\"a\"}\ntrue\n```\n" + fence + fence).findings == ["RB0709:10"])
  }

  @Test(
    "a mistake in the front matter is reported at its line",
    arguments: [
      ("# Title only", ["RB0702:1", "RB0704:1"]),
      ("---\ntitle: A", ["RB0702:1", "RB0704:1"]),
      ("---\ntitle: A\ntitle: B\n---", ["RB0702:3"]),
      ("---\ntitle: A\nsymtoms: [a]\n---", ["RB0703:3"]),
      ("---\ntitle:A\n---", ["RB0704:1", "RB0702:2"]),
      ("---\ntitle: A: B\n---", ["RB0702:2"]),
      ("---\ntitle: \"A\n---", ["RB0702:2"]),
      ("---\ntitle: &a A\n---", ["RB0702:2"]),
      ("---\ntitle: A\nsymptoms: [a, b\n---", ["RB0702:3"]),
      ("---\ntitle: A\nsymptoms: [a,, b]\n---", ["RB0702:3"]),
      ("---\ntitle: A\nsymptoms: a\n---", ["RB0703:3"]),
      ("---\ntitle: A\nsymptoms:\n---", ["RB0702:3"]),
      ("---\ntitle: [A]\n---", ["RB0703:2"]),
      ("---\ntitle: A\nseverity: crital\n---", ["RB0703:3"]),
      ("---\ntitle: A\nduration: soon\n---", ["RB0703:3"]),
      ("---\ntitle: A\ninputs: [Node]\n---", ["RB0703:3"]),
      ("---\ntitle: A\ninput.node: x\n---", ["RB0712:3"]),
      ("---\ntitle: A\ninputs: [node]\n---", ["RB0713:1"]),
      ("---\n- a\ntitle: A\n---", ["RB0702:2"]),
      ("---\ntitle: A\n  for: b\n---", ["RB0702:3"]),
    ])
  func frontMatterMistakes(text: String, findings: [String]) {
    #expect(Reading(text).findings == findings)
  }

  @Test("a list may stand one item to a line")
  func blockList() {
    let book = Reading("---\ntitle: A\nsymptoms:\n  - one, two\n  - \"three: four\"\n---\n").runbook
    #expect(book?.symptoms.map(\.source) == ["one, two", "three: four"])
  }

  @Test("near misses are offered")
  func nearMisses() {
    let reading = Reading.body("```bash {step=\"a\" timout=60s}\ntrue\n```")
    #expect(reading.diagnostics.first?.solutions == ["did you mean 'timeout'?"])
  }

  @Test("every mistake is reported at once")
  func allAtOnce() {
    let reading = Reading("---\nseverty: x\n---\n```bash {step=\"a\" timeout=1}\necho {{ x }}\n```\n```manual\n\n```\n")
    #expect(reading.findings == ["RB0704:1", "RB0703:2", "RB0707:4", "RB0710:5", "RB0705:7"])
  }

  @Test("bytes that are not UTF-8 are refused at their line")
  func invalidUTF8() {
    let reading = Reading(bytes: Array("---\ntitle: A\n---\n\n".utf8) + [0xC3, 0x28])
    #expect(reading.findings == ["RB0701:5"])
    #expect(reading.runbook == nil)
  }

  @Test("a file of more than a mebibyte is refused")
  func tooLarge() {
    #expect(Reading(bytes: [UInt8](repeating: 0x20, count: 1 << 20 + 1)).findings == ["RB0701:1"])
  }

  @Test("a line of more than 4,000 bytes is refused")
  func longLine() {
    #expect(Reading.body("\n" + String(repeating: "- ", count: 2_001)).findings == ["RB0701:5"])
  }

  @Test("deep nesting is refused, not followed into a crash", arguments: [(">", ""), ("- ", ""), ("*a _b ", " b_ a*")])
  func deepNesting(mark: String, end: String) {
    let reading = Reading.body(String(repeating: mark, count: 300) + "a" + String(repeating: end, count: 300))
    #expect(reading.findings == ["RB0701:4"])
  }

  @Test("lines that end with a carriage return are read like others")
  func carriageReturns() {
    let reading = Reading("---\r\ntitle: A\r\n---\r\n```bash {step=\"a\"}\r\necho a\r\necho b\r\n```\r\n")
    #expect(reading.findings.isEmpty)
    #expect(reading.runbook?.steps.first?.work?.script?.source == "echo a\necho b\n")
  }

  @Test("Go templates need no care, and two braces can be written")
  func braces() throws {
    let text = "docker inspect -f '{{.State.Status}}{{- end}}' {{ \"{{\" }} x\n"
    let reading = Reading.body("```bash {step=\"a\"}\n\(text)```")
    #expect(reading.findings.isEmpty)
    #expect(
      reading.runbook?.steps.first?.work?.script?.source
        == "docker inspect -f '{{.State.Status}}{{- end}}' {{ x\n")
  }

  @Test("a fence inside a longer fence is an example")
  func fenceInFence() {
    let reading = Reading.body("````markdown\n```bash {step=\"a\"}\ntrue\n```\n````\n")
    #expect(reading.findings.isEmpty)
    #expect(reading.runbook?.steps.isEmpty == true)
  }

  @Test("raw HTML of the source is left out")
  func rawHTML() {
    let book = Reading.body("<script>alert(1)</script>\n\na <b>c</b>\n").runbook
    #expect(book?.body == [.paragraph([.text("a "), .text("c")])])
  }

  @Test("tables, task lists and links keep their shape")
  func shapes() {
    let book = Reading.body("| a | b |\n|:--|--:|\n| 1 | ~~2~~ |\n\n- [x] done\n\n[t](https://x.example)\n").runbook
    #expect(
      book?.body == [
        .table(
          alignments: [.left, .right], header: [[.text("a")], [.text("b")]],
          rows: [[[.text("1")], [.strikethrough([.text("2")])]]]),
        .list(start: nil, items: [.init(done: true, blocks: [.paragraph([.text("done")])])]),
        .paragraph([.link(address: "https://x.example", title: "", content: [.text("t")])]),
      ])
  }
}
