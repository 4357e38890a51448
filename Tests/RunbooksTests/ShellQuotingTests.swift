import Testing

@testable import Runbooks

@Suite("Values in scripts")
struct ShellQuotingTests {
  static let hostile = [
    "'; touch canary; echo '", "\"; touch canary; echo \"", "$(touch canary)", "`touch canary`", "a b; touch canary",
    "\\'; touch canary #", "a[$(touch canary)]", "&& touch canary", "EOF\u{B}", "*", "~", "#x", "-n $(touch canary)",
    "}; touch canary; {", "é ü", "", "$'\\x27'; touch canary",
  ]

  /// Places in a script, with `@` for the value, and whether special characters may stand there.
  static let places: [(script: String, allowed: Bool)] = [
    ("printf '%s' @ > got", true),
    ("x=@; printf '%s' \"$x\" > got", true),
    ("# it's a comment\nprintf '%s' @ > got", true),
    ("y=\"${HOME}\" z='a b'; printf '%s' @ > got", true),
    ("y=\"a $HOME \\\" b\"; printf '%s' @ > got", true),
    ("printf '%s' \\\n  @ > got", true),
    ("x=$(printf '%s' @); printf '%s' \"$x\" > got", true),
    ("if true; then printf '%s' @ > got; fi", true),
    ("case @ in x) ;; esac", true),
    ("y=${HOME%/*}; printf '%s' @ > got", true),
    ("echo '@'", false),
    ("echo \"@\"", false),
    ("echo \"$(echo @)\"", false),
    ("echo \"$(echo \"@\")\"", false),
    ("cat <<E\n@\nE", false),
    ("cat <<'E'\nit's\nE\necho @", false),
    ("echo `echo @`", false),
    ("echo \\@", false),
    ("echo $@", false),
    ("echo $'\\'' @", false),
    ("echo $((1 + @))", false),
    ("(( x = @ )) || true", false),
    ("[[ @ -eq 0 ]] || true", false),
    ("a[@]=1", false),
    ("echo ${x:-@}", false),
    ("echo \"${x:-'}\" '@'", false),
    ("echo \"${x:-\"@\"}\"", false),
  ]

  @Test("a hostile value is refused where it could be code, and arrives as it is where it stands as a word")
  func hostileValues() async throws {
    for (script, allowed) in Self.places {
      for value in Self.hostile {
        var writer = ShellWriter()
        let parts = script.split(separator: "@", omittingEmptySubsequences: false)
        writer.add(String(parts[0]))
        let obstacle = writer.add(words: [value])
        for part in parts.dropFirst() { writer.add(String(part)) }
        #expect((obstacle == nil) == (allowed || ShellWriter.isPlain(value)), "\(script) with \(value)")
        guard obstacle == nil else { continue }
        let shop = try Workshop()
        _ = try await shop.run([shop.step("a", writer.text)])
        #expect(!shop.exists("canary"), "\(script) with \(value)")
        if script.hasSuffix("> got"), obstacle == nil { #expect(shop.read("got") == value, "\(script)") }
      }
    }
  }

  @Test("a list becomes one word for each of its items")
  func lists() async throws {
    var writer = ShellWriter()
    writer.add("for x in ")
    #expect(writer.add(words: ["a b", "c", "'"]) == nil)
    writer.add("; do echo \"<$x>\" >> got; done")
    let shop = try Workshop()
    _ = try await shop.run([shop.step("a", writer.text)])
    #expect(shop.read("got") == "<a b>\n<c>\n<'>\n")
  }

  @Test(
    "an input's value that cannot be meant is refused before anything runs",
    arguments: ["", "  ", "a\nb", "a\u{1B}[2J", "-rf", String(repeating: "a", count: 1_025)])
  func hostileInputs(value: String) async throws {
    let shop = try Workshop()
    let plan = shop.plan([shop.step("a", "true")], inputs: [RunbookInput(name: "node")])
    await #expect(throws: RunRefusal.self) { try await shop.run([], plan: plan, inputs: ["node": value]) }
    #expect(try shop.folder.runs().isEmpty)
  }

  @Test("an input's value stands in the script as data")
  func inputAsData() async throws {
    let shop = try Workshop()
    var text = PlannedText("cd \(shop.path); printf '%s' ")
    text.append(.input("node"))
    text.append(" > got")
    let step = PlannedStep(id: "a", title: PlannedText("A"), kind: .work(Work(.script(text))))
    let plan = shop.plan([step], inputs: [RunbookInput(name: "node")])
    let value = "'; touch canary; echo '"
    let (_, result) = try await shop.run([], plan: plan, inputs: ["node": value])
    #expect(result == .completed)
    #expect(shop.read("got") == value)
    #expect(!shop.exists("canary"))
  }

  @Test("an input's value with special characters inside quotes is refused, with the step named")
  func inputInQuotes() async throws {
    let shop = try Workshop()
    var text = PlannedText("echo \"")
    text.append(.input("node"))
    text.append("\"")
    let step = PlannedStep(id: "greet", title: PlannedText("A"), kind: .work(Work(.script(text))))
    let plan = shop.plan([step], inputs: [RunbookInput(name: "node")])
    let refusal = await #expect(throws: RunRefusal.self) {
      try await shop.run([], plan: plan, inputs: ["node": "a b"])
    }
    #expect(refusal?.reasons == ["step 'greet': the value of input 'node' needs quoting, but it stands inside quotes"])
  }
}
