import LabModel
import Testing

@Suite("Names in DNS")
struct DNSNameTests {
  static let longest = String(repeating: "a", count: 63)

  @Test("lower-case letters, digits and inner hyphens make a label", arguments: ["a", "k8s-api", "9", longest])
  func label(text: String) {
    #expect(DNSName.isLabel(text))
  }

  @Test(
    "anything else makes none",
    arguments: [
      "", "-a", "a-", "A", "a_b", "a.b", "a b", "é", "\u{212A}m01", longest + "a", "a\n",
    ])
  func noLabel(text: String) {
    #expect(!DNSName.isLabel(text))
  }

  @Test("labels joined by dots make a name, of 253 bytes at most")
  func names() {
    let long = [Self.longest, Self.longest, Self.longest, String(repeating: "b", count: 61)].joined(separator: ".")
    #expect(DNSName.isName("a.b-c.lab.example") && DNSName.isName(long))
    #expect(!DNSName.isName("a..b") && !DNSName.isName("a.b.") && !DNSName.isName("") && !DNSName.isName(long + "b"))
  }

  @Test(
    "a plain word is ASCII",
    arguments: [
      ("local-lvm", true), ("Tank_1.old", true), ("", false), (".hidden", false), ("a/b", false), ("\u{212A}", false),
    ])
  func word(text: String, isWord: Bool) {
    #expect(DNSName.isPlainWord(text) == isWord)
  }

  @Test(
    "the label that was meant is found",
    arguments: [
      ("Web_01", "web-01"), ("  My NAS!", "my-nas"), ("é", nil), ("", nil),
    ] as [(String, String?)])
  func near(text: String, label: String?) {
    #expect(DNSName.label(near: text) == label)
  }
}
