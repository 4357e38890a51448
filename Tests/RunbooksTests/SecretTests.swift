import Testing

@testable import Runbooks

@Suite("Secrets")
struct SecretTests {
  static func plan(_ shop: Workshop, _ script: String) -> RunbookPlan {
    shop.plan([
      PlannedStep(
        id: "a", title: PlannedText("A"),
        kind: .work(.bash(script, secrets: ["VAULT_TOKEN"])))
    ])
  }

  @Test("a secret's value reaches the script, and neither the terminal nor the journal")
  func redacts() async throws {
    let shop = try Workshop()
    let terminal = TestTerminal()
    let secret = "hvs.CANARY-4711"
    let script =
      "cd \(shop.path); echo -n \"$VAULT_TOKEN\" > got; echo \"token: $VAULT_TOKEN.\"; echo \"$VAULT_TOKEN\" >&2"
    let (id, result) = try await shop.run(
      [], on: terminal, options: Workshop.options(environment: ["VAULT_TOKEN": secret]), plan: Self.plan(shop, script))
    #expect(result == .completed)
    #expect(shop.read("got") == secret)
    #expect(terminal.output == "token: [VAULT_TOKEN].\n[VAULT_TOKEN]\n")
    for path in [shop.folder.journalPath(id), shop.folder.planPath(id)] {
      #expect(!shop.read("runs/" + (path.split(separator: "/").last ?? "")).contains("CANARY"))
    }
  }

  @Test("a secret cut in two by reads is found at every cut")
  func cutInTwo() {
    let secret = "abcab-secret"
    let text = Array("x abcabcab-secretab y".utf8)
    for cut in 0...text.count {
      var redactor = Redactor(["S": secret])
      let bytes = redactor.pass(text[..<cut]) + redactor.pass(text[cut...]) + redactor.finish()
      #expect(String(decoding: bytes, as: UTF8.self) == "x abc[S]ab y")
    }
  }

  @Test("each long line of a secret of several lines is found")
  func lines() {
    #expect(Redactor(["KEY": "-----BEGIN\nabcdefgh\n"]).redact("got abcdefgh") == "got [KEY]")
  }

  @Test("the longer of two secrets that begin alike is taken out whole")
  func prefixes() {
    let redactor = Redactor(["A": "secret-value", "B": "secret-value-and-more"])
    #expect(redactor.redact("secret-value-and-more secret-value-an") == "[B] [A]-an")
  }

  @Test("output that cannot be a secret is not held back")
  func notHeldBack() {
    var redactor = Redactor(["S": "secret-value"])
    #expect(redactor.pass(Array("Password: ".utf8)) == Array("Password: ".utf8))
    #expect(redactor.pass(Array("sec".utf8)).isEmpty)
  }

  @Test("a secret that is missing or too short refuses the run", arguments: [nil, "", "1234567"])
  func missing(value: String?) async throws {
    let shop = try Workshop()
    var options = Workshop.options()
    options.environment["VAULT_TOKEN"] = value
    let final = options
    await #expect(throws: RunRefusal.self) {
      try await shop.run([], options: final, plan: Self.plan(shop, "true"))
    }
  }
}
