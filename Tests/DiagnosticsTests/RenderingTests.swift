import Foundation
import Testing

@testable import Diagnostics

@Suite("Each rendering of one report")
struct RenderingTests {
  static let rule = Rule("RB9108", .error, "an address lies in its network", why: "Because.", remedy: "Write `lan`.")
  static let loose = Rule("RB9401", .warning, "an image is pinned", why: "It changes.", remedy: "Pin it.")
  static let machines = """
    import Rackbook

    let web = VM(
      "web", id: 101, on: pve1, at: lan["192.168.11.31"], cores: 2, memory: .gib(4), disk: .gib(20), store: local)
    """
  static let networks = "let lan = Network(\"lan\", \"192.168.10.0/24\")\n"

  static func source(_ file: String) -> SourceText? {
    ["Lab/Machines.swift": SourceText(machines), "Lab/Networks.swift": SourceText(networks)][file]
  }

  static let diagnostics: [Diagnostic] = {
    let vm = ThingID("vm", "web")
    let lan = ThingID("network", "lan")
    var log = DiagnosticLog(places: [
      vm: SourceLocation("Lab/Machines.swift", 3), lan: SourceLocation("Lab/Networks.swift", 1),
    ])
    log.add(
      rule.diagnostic(
        about: vm, "192.168.11.31, the address of vm 'web', is outside network 'lan' (192.168.10.0/24)",
        notes: [Diagnostic.Note("network 'lan' is declared here", about: lan)],
        solutions: ["widen the network"],
        fixes: [Fix("take the network's own numbers", replace: "192.168.11.31", by: "192.168.10.31")]))
    log.add(loose.diagnostic("image 'nginx' may be any release"))
    return log.diagnostics
  }()

  @Test("text at a terminal")
  func terminal() {
    #expect(
      TerminalReport(source: Self.source).text(Self.diagnostics) == """
        error[RB9108]: 192.168.11.31, the address of vm 'web', is outside network 'lan' (192.168.10.0/24)
          --> Lab/Machines.swift:3
          |
        4 |   "web", id: 101, on: pve1, at: lan["192.168.11.31"], cores: 2, memory: .gib(4), disk: .gib(20), store: local)
          |                                      ^^^^^^^^^^^^^
          note: network 'lan' is declared here
          --> Lab/Networks.swift:1
          |
        1 | let lan = Network("lan", "192.168.10.0/24")
          |                   ^^^^^
          help: widen the network
          fix: take the network's own numbers
            -   "web", id: 101, on: pve1, at: lan["192.168.11.31"], cores: 2, memory: .gib(4), disk: .gib(20), store: local)
            +   "web", id: 101, on: pve1, at: lan["192.168.10.31"], cores: 2, memory: .gib(4), disk: .gib(20), store: local)
          more: explain RB9108

        warning[RB9401]: image 'nginx' may be any release
          more: explain RB9401

        1 error, 1 warning

        """)
  }

  @Test("a narrow terminal breaks sentences at blanks and shows the part of a line that is at fault")
  func narrow() {
    let style = TerminalStyle(usesColour: false, width: 60)
    let text = TerminalReport(style: style, source: Self.source).text(Self.diagnostics[0])
    #expect(
      text.hasPrefix(
        """
        error[RB9108]: 192.168.11.31, the address of vm 'web', is
                outside network 'lan' (192.168.10.0/24)
          --> Lab/Machines.swift:3
          |
        4 |   "web", id: 101, on: pve1, at: lan["192.168.11.31"], …
          |                                      ^^^^^^^^^^^^^
        """), "\(text)")
  }

  @Test("of a long line the part around what is at fault is shown")
  func window() {
    let source = SourceText(
      "let long = f(\"\(String(repeating: "a", count: 90))\", \"10.0.0.9/24\", \"bbbbbbbbbbbbbbbbbb\")")
    let place = SourceLocation("L/A.swift", 1)
    let lines = SourceExcerpt(style: TerminalStyle(usesColour: false, width: 50)).lines(
      place, span: FaultSpan.find("10.0.0.9/24 is wrong", at: place, in: source), in: source)
    #expect(lines[1].hasPrefix("1 | …aaa") && lines[1].hasSuffix("…") && lines[1].count <= 50)
    let fault = lines[1].range(of: "10.0.0.9/24")?.lowerBound
    #expect(
      fault.map { lines[1].distance(from: lines[1].startIndex, to: $0) }
        == lines[2].firstIndex(of: "^").map {
          lines[2].distance(from: lines[2].startIndex, to: $0)
        })
  }

  @Test("colours frame the text and never change it")
  func colours() {
    let coloured = TerminalReport(style: TerminalStyle(usesColour: true), source: Self.source).text(Self.diagnostics)
    #expect(coloured.contains("\u{1B}[1;31merror[RB9108]: \u{1B}[0m\u{1B}[1m192.168.11.31"))
    #expect(coloured.contains("\u{1B}[1;33mwarning[RB9401]: \u{1B}[0m"))
    let plain = coloured.replacing(/\u{1B}\[[0-9;]+m/, with: "")
    #expect(plain == TerminalReport(source: Self.source).text(Self.diagnostics))
  }

  @Test("sentences to be read aloud: how many first, no signs, no columns")
  func narrated() {
    #expect(
      NarratedReport().text(Self.diagnostics) == """
        There are 1 error and 1 warning.

        Error 1 of 1, in Lab/Machines.swift, line 3.
        192.168.11.31, the address of vm web, is outside network lan, 192.168.10.0/24.
        Note: network lan is declared here, in Lab/Networks.swift, line 1.
        You can widen the network.
        A fix is offered. Take the network's own numbers. Replace 192.168.11.31 by 192.168.10.31.
        The rule is RB9108.

        Warning 1 of 1.
        Image nginx may be any release.
        The rule is RB9401.

        """)
    #expect(NarratedReport().text([]) == "There is nothing to report.\n")
  }

  @Test("annotations of a pull request name files as the repository does")
  func annotations() {
    let text = AnnotationReport { "Sources/\($0)" }.text(Self.diagnostics)
    #expect(
      text.hasPrefix(
        """
        ::error file=Sources/Lab/Machines.swift,line=3,title=RB9108::192.168.11.31, the address of vm 'web', is outside \
        network 'lan' (192.168.10.0/24)%0Anote: network 'lan' is declared here (Sources/Lab/Networks.swift:1)%0Ahelp: \
        widen the network%0Afix: take the network's own numbers: replace 192.168.11.31 by 192.168.10.31
        ::warning title=RB9401::
        """), "\(text)")
  }

  @Test("of many findings of one code ten are shown, the others counted, and all on demand")
  func grouped() {
    let many = (1...23).map { Self.loose.diagnostic(at: SourceLocation("L/A.swift", $0), "image '\($0)' is loose") }
    let text = TerminalReport().text(many + [Self.rule.diagnostic("x")])
    #expect(text.matches(of: /warning\[RB9401\]/).count == 10)
    #expect(text.hasSuffix("and 13 more of RB9401; --all shows them\n1 error, 23 warnings\n"), "\(text)")
    #expect(TerminalReport(showsAll: true).text(many).matches(of: /warning\[RB9401\]/).count == 23)
    #expect(NarratedReport().text(many).contains("There are 13 more of RB9401."))
  }

  @Test(
    "what a terminal would act on does not reach it, in whatever field it comes",
    arguments: ["\u{1B}[2J", "\u{7}", "\r", "\u{9B}31m", "\u{202E}", "\u{2028}", "\n::error::forged"])
  func hostile(text: String) {
    var log = DiagnosticLog(places: [ThingID(text, text): SourceLocation("L/\(text).swift", 1)])
    log.add(
      Self.rule.diagnostic(
        about: ThingID(text, text), "a\(text)b", explanation: "a\(text)b",
        notes: [Diagnostic.Note("a\(text)b", at: SourceLocation(text, 2))], solutions: ["a\(text)b"],
        fixes: [Fix("a\(text)b", replace: "a\(text)b", by: "b\(text)a")]))
    let forbidden = { (scalar: Unicode.Scalar) in
      scalar.properties.generalCategory == .control && scalar != "\n"
        || "\u{202E}\u{2028}".unicodeScalars.contains(scalar)
    }
    let source = { @Sendable (_: String) in SourceText("a\(text)b a\(text)b") }
    for said in [TerminalReport(source: source).text(log.diagnostics), NarratedReport().text(log.diagnostics)] {
      #expect(!said.unicodeScalars.contains(where: forbidden))
      #expect(!said.split(separator: "\n").contains { $0.hasPrefix("::") })
    }
    let annotations = AnnotationReport().text(log.diagnostics)
    #expect(annotations.split(separator: "\n").count == 1)
  }

  @Test("carets stand under the text at fault, also after tabs and wide characters")
  func carets() {
    let source = SourceText("\tlet 名 = Network(\"lan\", \"10.0.0.9/24\")")
    let lines = SourceExcerpt(style: .plain).lines(
      SourceLocation("L/A.swift", 1),
      span: FaultSpan.find("10.0.0.9/24 is wrong", at: SourceLocation("L/A.swift", 1), in: source), in: source)
    #expect(
      lines == [
        "  |", "1 |   let 名 = Network(\"lan\", \"10.0.0.9/24\")",
        "  |                            ^^^^^^^^^^^",
      ])
  }

  @Test("the page of a rule shows its examples and marks what differs")
  func page() {
    let section = RuleSection.sections(
      in:
        "# All\n\n## RB9108\n\nOne line.\n\n```swift bad\nlet a = 1\nlet b = 2\n```\n\n```swift good\nlet a = 1\nlet b = 3\n```\n"
    )
    let report = RuleReport(Self.rule, section: section.first)
    #expect(
      report.text(.plain) == """
        error[RB9108]: an address lies in its network

        Why: Because.

        What to do: Write `lan`.

        A lab can waive it: `Waiver("RB9108", ...)`.

        One line.

        Refused:
            let a = 1
          > let b = 2

        Accepted:
            let a = 1
          > let b = 3

        """)
    #expect(
      report.narrated == """
        RB9108 is an error.
        The rule: An address lies in its network.
        Why: Because.
        What to do: Write lan.
        A lab can waive it.
        One line.

        """)
  }
}
