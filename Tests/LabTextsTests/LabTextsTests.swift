import Diagnostics
import LabTexts
import Testing

@Suite("Labs that are given as text")
struct LabTextsTests {
  static let lan = "let lan = Network(\"lan\", \"10.0.0.0/24\", gateway: \"10.0.0.1\")\n"

  @Test("each text is a lab of its own, whatever the others are")
  func apart() async throws {
    let outcomes = try await LabTexts.outcomes(of: [
      LabText("good", Self.lan),
      LabText("bad", "import Rackbook\n\nlet lan = Network(\"lan\", \"10.0.0.9/24\")\n"),
      LabText("refused", Self.lan + "let pve = ProxmoxHost(\"pve\", at: lan)\n"),
      LabText(
        "own",
        "@main struct Attic: Lab {\n  var body: [any Component] { lan; shelf() }\n}\n" + Self.lan
          + "@LabBuilder func shelf() -> [any Component] { Network(\"dmz\", \"10.0.1.0/24\") }\n"),
    ])
    #expect(outcomes[0].lab?.diagnostics.map(\.message) == [])
    #expect(outcomes[0].lab?.things == [ThingID("network", "lan")])
    #expect(outcomes[1].lab?.codes == ["RB0101"])
    #expect(outcomes[1].lab?.diagnostics.first?.location == SourceLocation("Lab/1-bad.swift", 3))
    #expect(outcomes[3].lab?.things.count == 2)
    guard case .refused(let errors) = outcomes[2] else { return #expect(Bool(false), "\(outcomes[2])") }
    #expect(errors.contains { $0.hasPrefix("2: ") })
  }

  @Test("a lab brings its runbooks, and its files come back")
  func runbooks() async throws {
    let text = LabText("mini", Self.lan, runbooks: ["runbooks/lab.md": "no front matter"])
    let outcome = try #require(try await LabTexts.outcomes(of: [text]).first)
    #expect(outcome.lab?.codes.contains { $0.hasPrefix("RB07") } == true, "\(outcome)")
    let server = """
      let server = BareMetalHost("server", at: lan["10.0.0.2"], cores: 8, memory: .gib(32), disk: .tib(1))

      """
    let built = try await LabTexts.outcomes(of: [LabText("mini", Self.lan + server)])
    #expect(built[0].lab?.artifacts["ansible/inventory.yml"]?.contains("10.0.0.2") == true, "\(built)")
  }

  @Test("a text that never comes to an end, or traps, is no other text's business")
  func traps() async throws {
    let outcomes = try await LabTexts.outcomes(of: [
      LabText("trap", "let lan = Network(\"lan\", Array<String>()[0])\n"), LabText("good", Self.lan),
    ])
    guard case .crashed = outcomes[0] else { return #expect(Bool(false), "\(outcomes[0])") }
    #expect(outcomes[1].lab?.diagnostics.isEmpty == true)
  }
}
