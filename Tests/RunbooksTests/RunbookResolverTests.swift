import Diagnostics
import Testing

@testable import Runbooks

@Suite("Tying a runbook to a thing")
struct RunbookResolverTests {
  static var facts: Facts {
    var facts = Facts()
    facts.set("cluster.name", "homelab", origin: SourceLocation("Lab/K8s.swift", 7))
    facts.set("cluster.first-etcd", "km01")
    facts.set("cluster.nodes", ["km01", "km 02"])
    facts.set("cluster.hostile", "'; touch /tmp/x; echo '")
    facts.set("cluster.torn", "a\nb", origin: SourceLocation("Lab/K8s.swift", 9))
    return facts
  }

  static func resolve(_ body: String, hosts: Set<String>? = nil, front: String = "") -> (ResolvedRunbook?, [String]) {
    var log = DiagnosticLog()
    let text = "---\ntitle: \"Test {{ cluster.name }}\"\n---\n\(body)"
    guard let book = RunbookParser.parse(Array(text.utf8), file: "runbooks/k/book.md", reporting: &log) else {
      return (nil, log.diagnostics.map(\.message))
    }
    let resolved = RunbookResolver.resolve(
      book, for: ThingID("cluster", "homelab"), facts: facts, hosts: hosts, reporting: &log)
    return (resolved, log.diagnostics.map { "\($0.code):\($0.location?.line ?? 0)" })
  }

  @Test("placeholders are filled in everywhere, and the id names thing and file")
  func fillsIn() throws {
    let (resolved, findings) = Self.resolve(
      """
      # Work on {{ cluster.name }}

      *Mind* [this](https://{{cluster.first-etcd}}/), `{{ cluster.name }}` and {{ cluster.nodes }}.

      ```bash {step="a" host="{{ cluster.first-etcd }}" timeout=1s}
      for node in {{ cluster.nodes }}; do echo {{ cluster.hostile }} "{{ cluster.name }}"; done
      ```
      """)
    #expect(findings.isEmpty)
    let book = try #require(resolved)
    #expect(book.id == "homelab/book")
    #expect(book.title == "Test homelab")
    #expect(book.planPath == "runbooks/homelab/book.json")
    #expect(book.body.first == .heading(level: 1, content: [.text("Work on homelab")]))
    let step = try #require(book.plan.steps.first)
    #expect(step.title.description == "Work on homelab")
    #expect(step.note == "Mind this, homelab and km01, km 02.")
    #expect(step.work?.host?.description == "km01")
    #expect(
      step.work?.script?.description
        == "for node in km01 'km 02'; do echo ''\\''; touch /tmp/x; echo '\\''' \"homelab\"; done\n")
  }

  @Test(
    "what cannot be filled in is reported at its Markdown line",
    arguments: [
      ("Text\n{{ cluster.nme }}", "RB0711:5"),
      ("- a\n- b `{{ cluster.nme }}`", "RB0711:5"),
      ("```bash {step=\"a\"}\ntrue\n\necho {{ cluster.nme }}\n```", "RB0711:7"),
      ("```bash {step=\"a\" host=\"{{ cluster.nme }}\" timeout=1s}\ntrue\n```", "RB0711:4"),
      ("```bash {step=\"a\"}\ntrue\n```\n```bash {check=\"a\"}\necho {{ cluster.nme }}\n```", "RB0711:8"),
      ("```bash {step=\"a\"}\necho '{{ cluster.hostile }}'\n```", "RB0714:5"),
      ("```bash {step=\"a\"}\ncat <<EOF\n{{ cluster.hostile }}\nEOF\n```", "RB0714:6"),
      ("```bash {step=\"a\"}\necho {{ cluster.torn }}\n```", "RB0716:5"),
      ("```bash {step=\"a\" host=\"{{ cluster.nodes }}\" timeout=1s}\ntrue\n```", "RB0707:4"),
      ("```bash {step=\"a\" host=\"{{ cluster.hostile }}\" timeout=1s}\ntrue\n```", "RB0707:4"),
      ("```bash {step=\"a\" host=\"km09\" timeout=1s}\ntrue\n```", "RB0715:4"),
    ])
  func mistakes(body: String, finding: String) {
    let (resolved, findings) = Self.resolve(body, hosts: ["km01", "km02"])
    #expect(findings == [finding])
    #expect(resolved == nil)
  }

  @Test("a missing fact names the thing and what may have been meant")
  func nearMiss() throws {
    var log = DiagnosticLog()
    let book = try #require(Reading.body("{{ cluster.nmae }}").runbook)
    _ = RunbookResolver.resolve(book, for: ThingID("cluster", "homelab"), facts: Self.facts, reporting: &log)
    let found = try #require(log.diagnostics.first)
    #expect(found.message == "'cluster.nmae' is no fact of cluster 'homelab'")
    #expect(found.solutions == ["did you mean 'cluster.name' or 'cluster.nodes'?"])
  }

  @Test("a value with a line end is shown where the lab sets it")
  func origin() throws {
    var log = DiagnosticLog()
    let book = try #require(Reading.body("{{ cluster.torn }}").runbook)
    _ = RunbookResolver.resolve(book, for: nil, facts: Self.facts, reporting: &log)
    #expect(log.diagnostics.first?.notes.first?.location == SourceLocation("Lab/K8s.swift", 9))
  }

  @Test("a plan's bytes are the same each time, are read back whole, and make its hash")
  func planRoundTrip() throws {
    let text = RunbookParserTests.whole
    var log = DiagnosticLog()
    let book = try #require(RunbookParser.parse(Array(text.utf8), file: "a/b.md", reporting: &log))
    let plan = try #require(
      RunbookResolver.resolve(book, for: ThingID("cluster", "homelab"), facts: Self.facts, reporting: &log)
    ).plan
    #expect(try RunbookPlan(bytes: plan.bytes) == plan)
    #expect(try RunbookPlan(bytes: plan.bytes).hash == plan.hash)
    #expect(plan.secrets == ["VAULT_TOKEN", "OTHER"])
    var other = plan
    other.steps[0].note += "."
    #expect(other.hash != plan.hash)
  }

  @Test(
    "bytes that are no plan are refused with a reason",
    arguments: ["", "{}", "[]", "{\"format\": 2}", "\u{0}", "{\"format\":1,\"id\":1}"])
  func hostilePlans(text: String) {
    #expect(throws: RunbookPlan.Unreadable.self) { try RunbookPlan(bytes: Array(text.utf8)) }
  }
}
