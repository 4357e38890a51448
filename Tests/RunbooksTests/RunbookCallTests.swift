import Diagnostics
import Testing

@testable import Runbooks

@Suite("Runbooks that call others")
struct RunbookCallTests {
  /// Ties runbooks to a lab of two VMs; the key is `<thing>/<runbook>`.
  private static func plan(_ texts: KeyValuePairs<String, String>) -> (plans: [String: RunbookPlan], findings: [String])
  {
    var log = DiagnosticLog()
    var library = RunbookLibrary(things: [ThingID("vm", "km01"), ThingID("vm", "km02"), ThingID("nas", "tank")])
    for (id, text) in texts {
      let path = "runbooks/\(id).md"
      guard let book = RunbookParser.parse(Array(text.utf8), file: path, reporting: &log) else { continue }
      var facts = Facts()
      let thing = id.split(separator: "/").first.map(String.init) ?? ""
      facts.set("vm.name", thing)
      facts.set("vm.odd", "it's \(thing)")
      facts.set("vm.none", [])
      library.add(.init(book, for: ThingID("vm", thing), facts: facts))
    }
    let resolved = library.resolved(reporting: &log)
    return (
      Dictionary(uniqueKeysWithValues: resolved.map { ($0.id, $0.plan) }),
      log.diagnostics.map { "\($0.code):\($0.location?.line ?? 0)" }
    )
  }

  private static let backup = """
    ---
    title: Back up {{ vm.name }}
    inputs: [folder, keep]
    input.keep.number: 1 to 9
    input.keep.default: 3
    secret.TOKEN: prompt
    locks: [nas/tank]
    ---
    Mind the step.
    ```bash {step=save on-failure=failed capture=file timeout=1s parallel=p secret=TOKEN}
    save --keep {{ input.keep }} {{ input.folder }} {{ vm.name }}
    ```
    ```note {step=said}
    Saved {{ capture.file }}.
    ```
    ```note {step=failed}
    Look at it.
    ```
    """

  @Test("its steps stand where it is called, their names lengthened and their inputs filled in")
  func inlines() throws {
    let outer = """
      ---
      title: Restore
      inputs: [where]
      ---
      ```runbook {step=first}
      km02/backup
      folder: {{ vm.odd }}
      ```
      ```runbook {step=again}
      km02/backup
      folder: /x/{{ input.where }}
      keep: 5
      ```
      ```note {step=done}
      {{ capture.first.file }}
      ```
      """
    let (plans, findings) = Self.plan(["km01/restore": outer, "km02/backup": Self.backup])
    #expect(findings == [])
    let plan = try #require(plans["km01/restore"])
    #expect(
      plan.allSteps.map(\.id) == [
        "first", "first/save", "first/said", "first/failed", "again", "again/save", "again/said", "again/failed",
        "done",
      ])
    let save = try #require(plan.step("first/save"))
    #expect(save.work?.script?.description == "save --keep 3 'it'\\''s km01' km02\n")
    #expect(save.note == "Mind the step.")
    #expect(save.onFailure == .jump("first/failed"))
    #expect(save.parallel == "first/p")
    #expect(save.captures == [Capture("first.file")])
    guard case .note(let said)? = plan.step("first/said")?.kind else { return }
    #expect(said.references == [.capture("first.file")])
    #expect(plan.step("again/save")?.work?.script?.references == [.input("where")])
    #expect(plan.step("again/save")?.work?.script?.description == "save --keep 5 /x/<where> km02\n")
    #expect(plan.step("first")?.locks == ["nas/tank"])
    #expect(plan.secretSources == ["TOKEN": .prompt])
    let same = Self.plan(["km01/restore": outer, "km02/backup": Self.backup]).plans["km01/restore"]
    #expect(same?.bytes == plan.bytes)
    #expect(try RunbookPlan(bytes: plan.bytes) == plan)
  }

  private static func calling(_ lines: String) -> String { "---\ntitle: A\n---\n```runbook {step=call}\n\(lines)\n```" }

  @Test(
    "a call that cannot be is reported at its line",
    arguments: [
      ("km02/bakcup\nfolder: /x", "RB0721:4"),
      ("{{ vm.name }}/backup\nfolder: /x", "RB0721:4"),
      ("km01/call", "RB0722:4"),
      ("km02/backup", "RB0723:4"),
      ("km02/backup\nfolder: /x\nkeeep: 2", "RB0723:4"),
      ("km02/backup\nfolder: /x\nkeep: 10", "RB0723:4"),
    ])
  func mistakes(lines: String, finding: String) {
    let (plans, findings) = Self.plan(["km01/call": Self.calling(lines), "km02/backup": Self.backup])
    #expect(findings == [finding])
    #expect(plans["km01/call"] == nil)
    #expect(plans["km02/backup"] != nil)
  }

  @Test("a circle of several runbooks is told from each of them")
  func circle() {
    let (_, findings) = Self.plan([
      "km01/a": Self.calling("km01/b"), "km01/b": Self.calling("km01/c"), "km01/c": Self.calling("km01/a"),
    ])
    #expect(findings == ["RB0722:4", "RB0722:4", "RB0722:4"])
  }

  @Test("calls that double at each level are stopped")
  func explosion() {
    func book(_ next: Int) -> String {
      "---\ntitle: A\n---\n" + (0..<9).map { "```runbook {step=s\($0)}\nkm01/b\(next)\n```\n" }.joined()
    }
    let (plans, findings) = Self.plan([
      "km01/b1": book(2), "km01/b2": book(3), "km01/b3": book(4), "km01/b4": book(5), "km01/b5": book(6),
      "km01/b6": book(7), "km01/b7": "---\ntitle: A\n---\n```note {step=a}\nHere.\n```",
    ])
    #expect(plans["km01/b1"] == nil)
    #expect(findings.contains("RB0722:1"))
  }

  @Test("an input that names a thing becomes a choice")
  func things() throws {
    let book = """
      ---
      title: A
      inputs: [node]
      input.node.thing: vm
      input.node.default: km02
      locks: ["vm/{{ vm.name }}"]
      ---
      {{ input.node }}
      """
    let (plans, findings) = Self.plan(["km01/a": book])
    #expect(findings == [])
    #expect(plans["km01/a"]?.inputs == [RunbookInput(name: "node", kind: .choice(["km01", "km02"]), standard: "km02")])
    #expect(plans["km01/a"]?.locks == ["vm/km01"])
  }

  @Test(
    "an input or a lock that names nothing of the lab is reported, and so is a loop over nothing",
    arguments: [
      ("inputs: [n]\ninput.n.thing: router", "RB0728:4"),
      ("inputs: [n]\ninput.n.thing: vm\ninput.n.default: km03", "RB0728:5"),
      ("locks: [vm/km03]", "RB0728:3"),
      ("locks: ['{{ vm.name }}']", "RB0728:3"),
      ("locks: ['vm/{{ vm.nme }}']", "RB0711:3"),
    ])
  func unknownThings(lines: String, finding: String) {
    let use = lines.contains("[n]") ? "{{ input.n }}" : ""
    #expect(Self.plan(["km01/a": "---\ntitle: A\n\(lines)\n---\n\(use)"]).findings == [finding])
  }

  @Test("a loop over a list that is empty is reported")
  func emptyLoop() {
    let body = "---\ntitle: A\n---\n```bash {step=a each=\"{{ vm.none }}\"}\necho {{ item }}\n```"
    #expect(Self.plan(["km01/a": body]).findings == ["RB0724:4"])
  }
}
