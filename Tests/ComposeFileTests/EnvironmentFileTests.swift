import ComposeFile
import Diagnostics
import Testing

@Suite("Environment files")
struct EnvironmentFileTests {
  private func environment(_ file: String, options: String = "path: web.env") -> [String: String?] {
    let load = load(
      [
        "compose.yaml": "services:\n  web:\n    image: nginx\n    env_file:\n      - {\(options)}\n", "web.env": file,
      ], variables: ["OUTER": "outside"])
    let variables = load.project?.environments["web"] ?? []
    return Dictionary(uniqueKeysWithValues: variables.map { ($0.name, $0.value) })
  }

  @Test(
    "a line is read as Compose reads it",
    arguments: [
      ("A=1", "1"), ("A = 1 ", "1"), ("export A=1", "1"), ("A: 1", "1"), ("A=", ""), ("A=a b c", "a b c"),
      ("A=a # comment", "a"), ("A=a#b", "a#b"), ("A='a # b'", "a # b"), ("A=\"a # b\" # comment", "a # b"),
      ("A='$B ${C}'", "$B ${C}"), ("A=\"x\\ny\"", "x\ny"), ("A='x\\ny'", "x\\ny"), ("A=\"q\\\"q\"", "q\"q"),
      ("B=2\nA=$B", "2"), ("B=2\nA=\"${B}0\"", "20"), ("A=${OUTER}", "outside"), ("A=${NO:-d}", "d"),
      ("A=\"one\ntwo\"", "one\ntwo"), ("# comment\n\nA=1\n", "1"), ("A=1\nA=2", "2"), ("\u{FEFF}A=1", "1"),
      ("A=1\r\nB=2\r\n", "1"), ("A=\"\\$B\"", "$B"), ("A=$$B", "$B"), ("A=a=b=c", "a=b=c"),
    ])
  func lines(file: String, value: String) {
    #expect(environment(file)["A"] == value)
  }

  @Test("a name alone takes its value from outside, or is left out")
  func inherited() {
    #expect(environment("OUTER\nMISSING\n") == ["OUTER": "outside"])
  }

  @Test("the raw format takes values as they are")
  func raw() {
    #expect(environment("A='$B' # c", options: "path: web.env, format: raw")["A"] == "'$B' # c")
  }

  @Test(
    "a line that sets nothing is an error with its line",
    arguments: ["A=1\nthis is = wrong", "\nA=\"open", "A=1\nB\u{1}=2", "x\n=5"])
  func wrong(file: String) {
    let load = load(["compose.yaml": "services: {web: {image: x, env_file: web.env}}", "web.env": file])
    #expect(load.diagnostics.map(\.code) == ["RB1317"])
    #expect(load.diagnostics.first?.location?.file == "web.env")
  }

  @Test("a missing file is an error unless it is not required")
  func missing() {
    #expect(codes(loadService("env_file: gone.env")) == ["RB1301:4"])
    #expect(codes(loadService("env_file: gone.env", keepsUnset: true)) == ["RB1319:4"])
    #expect(codes(loadService("env_file: [{path: gone.env, required: false}]")) == [])
  }

  @Test("later files and environment come before earlier ones")
  func precedence() {
    let load = load([
      "compose.yaml": "services:\n  web:\n    image: x\n    env_file: [a.env, b.env]\n    environment: {C: own}\n",
      "a.env": "A=1\nB=1\nC=1", "b.env": "B=2\nC=2",
    ])
    #expect(load.project?.environments["web"]?.map { "\($0.name)=\($0.value ?? "")" } == ["A=1", "B=2", "C=own"])
    #expect(load.project?.environments["web"]?.map(\.place.file) == ["a.env", "b.env", "compose.yaml"])
  }

  @Test(".env gives variables, and what is given by hand comes before it")
  func dotenv() {
    let texts = ["compose.yaml": "services: {web: {image: x, hostname: \"$A-$B\"}}", ".env": "A=file\nB=file"]
    #expect(attribute("hostname", of: load(texts, variables: ["B": "hand"])) == "file-hand")
  }
}
