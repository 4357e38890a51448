import Documents
import Subprocess
import Testing

@Suite("Shell")
struct ShellTests {
  @Test("harmless words stay as they are", arguments: ["kubectl", "-n", "a=b", "/etc/a.conf", "root@pve1:/x", "10%"])
  func plain(word: String) {
    #expect(Shell.quote(word) == word)
  }

  @Test("a shell reads every nasty text back")
  func nasty() async throws {
    let texts = NastyTexts.all.filter { !$0.contains("\0") }
    let result = try await Subprocess.run(
      .name("sh"), arguments: ["-s"], input: .string("printf '%s\\001' " + Shell.quote(texts)),
      output: .string(limit: 1 << 20))
    #expect(result.standardOutput == texts.map { $0 + "\u{1}" }.joined())
  }
}
