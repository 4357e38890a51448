import ComposeFile
import Diagnostics
import Testing

@Suite("Variables")
struct InterpolationTests {
  static let variables = ["SET": "value", "EMPTY": "", "OTHER": "second"]

  @Test(
    "every operator does what the specification says",
    arguments: [
      ("$SET", "value"), ("${SET}", "value"), ("a${SET}b", "avalueb"), ("$SET.$OTHER", "value.second"),
      ("$$SET", "$SET"), ("$${SET}", "${SET}"), ("100$", "100$"), ("$1", "$1"), ("cost: $ 5", "cost: $ 5"),
      ("$UNSET", ""), ("${UNSET}", ""), ("${EMPTY}", ""),
      ("${UNSET:-default}", "default"), ("${EMPTY:-default}", "default"), ("${SET:-default}", "value"),
      ("${UNSET-default}", "default"), ("${EMPTY-default}", ""), ("${SET-default}", "value"),
      ("${UNSET:+other}", ""), ("${EMPTY:+other}", ""), ("${SET:+other}", "other"),
      ("${UNSET+other}", ""), ("${EMPTY+other}", "other"), ("${SET+other}", "other"),
      ("${SET:?must be set}", "value"), ("${SET?must be set}", "value"), ("${EMPTY?must be set}", ""),
      ("${UNSET:-${OTHER}}", "second"), ("${UNSET:-${ALSO:-${SET}}}", "value"), ("${UNSET:-a:b-c?d}", "a:b-c?d"),
      ("${SET:+${OTHER}}-x", "second-x"), ("${UNSET:-{\"a\": 1}}", "{\"a\": 1}"), ("${UNSET:-$$x}", "$x"),
      ("${UNSET:-}", ""), ("${UNSET-}", ""),
    ])
  func operators(written: String, filled: String) {
    let load = loadService("hostname: '\(written)'", variables: Self.variables)
    #expect(attribute("hostname", of: load) == filled)
  }

  @Test(
    "a required variable without a value is an error with its reason",
    arguments: ["${UNSET:?why}", "${EMPTY:?why}", "${UNSET?why}"])
  func required(written: String) {
    let load = loadService("hostname: '\(written)'", variables: Self.variables)
    #expect(codes(load) == ["RB1309:4"])
    #expect(load.diagnostics.first?.message.hasSuffix("must be set: why") == true)
  }

  @Test(
    "what follows a brace must be a variable",
    arguments: ["${}", "${1}", "${a b}", "${a:x}", "${a", "${-x}", "x${SET!}"])
  func malformed(written: String) {
    #expect(codes(loadService("hostname: '\(written)'")) == ["RB1308:4"])
  }

  @Test("defaults nested without end are refused")
  func deep() {
    let written = String(repeating: "${A:-", count: 2_000) + String(repeating: "}", count: 2_000)
    #expect(codes(loadService("hostname: '\(written)'")) == ["RB1304:4"])
  }

  @Test("a variable that nobody set is a warning at its line, and keeps its name when asked to")
  func unset() {
    let load = loadService("hostname: 'a-${NAME}'", keepsUnset: true)
    #expect(codes(load) == ["RB1320:4"])
    #expect(attribute("hostname", of: load) == "a-${NAME}")
    #expect(load.project?.unset.map(\.name) == ["NAME"])
  }

  @Test("the environment of this process is never read")
  func host() {
    #expect(attribute("hostname", of: loadService("hostname: '${PATH}${HOME}'")) == "")
  }

  @Test("a number cannot wait for a variable")
  func typed() {
    #expect(codes(loadService("scale: '${COUNT}'", keepsUnset: true)) == ["RB1309:4"])
  }

  @Test("keys are not filled in")
  func keys() {
    #expect(
      attribute("labels", of: loadService("labels:\n  '${SET}': '${SET}'", variables: Self.variables))
        == "{${SET}: value}")
  }

  @Test("the name of the project is a variable too")
  func projectName() {
    let load = load([
      "compose.yaml": "name: My_App!\nservices:\n  web:\n    image: x\n    hostname: $COMPOSE_PROJECT_NAME\n"
    ])
    #expect(attribute("hostname", of: load) == "my_app")
  }
}
