import Diagnostics
import SourceDocuments
import Testing

@Suite("Files that somebody else wrote")
struct SourceFileTests {
  @Test("every node has its line and its path")
  func places() throws {
    let file = try SourceFile(
      "a.yaml", text: "spec:\n  containers:\n    - image: nginx\n      a.b/c: 1\n---\nkind: List\n")
    #expect(file.documents.count == 2)
    let container = try #require(file.documents.first?["spec"]?["containers"]?.items.first)
    #expect(container["image"]?.path == "spec.containers[0].image")
    #expect(container["image"]?.place == SourceLocation("a.yaml", 3))
    #expect(container["a.b/c"]?.path == "spec.containers[0][\"a.b/c\"]")
    #expect(file.documents.last?["kind"]?.place.line == 6)
    #expect(file.leafCount == 3)
  }

  @Test(
    "a plain scalar means what kubectl and Ansible take it for",
    arguments: [
      ("yes", "true"), ("Off", "false"), ("~", "null"), ("", "null"), ("0755", "493"), ("0x1F", "31"), ("-7", "-7"),
      ("'yes'", "'yes'"), ("1.5", "1.5"), ("1e3", "1000.0"), ("1.2.3", "'1.2.3'"), ("e", "'e'"),
      ("99999999999999999999", "'99999999999999999999'"), ("08", "'08'"),
      ("0x-1", "'0x-1'"),
      ("192.168.1.1", "'192.168.1.1'"), ("!vault x", "'x'"), ("-", "null"),
    ])
  func scalars(written: String, meaning: String) throws {
    let node = try SourceFile("a.yaml", text: "[\(written)]").documents.first?.items.first
    let text: String =
      switch node?.content {
      case .bool(let value): "\(value)"
      case .integer(let value): "\(value)"
      case .fraction(let value): "\(value)"
      case .text(let value): "'\(value)'"
      default: "null"
      }
    #expect(text == (written == "-" ? "'-'" : meaning))
  }

  @Test("merge keys add what is not there already")
  func merges() throws {
    let file = try SourceFile(
      "a.yaml", text: "base: &base {a: 1, b: 2}\nmore: &more {<<: *base, b: 3}\nown:\n  <<: [*more, *base]\n  a: 9\n")
    let own = try #require(file.documents.first?["own"])
    #expect(own["a"]?.integer == 9)
    #expect(own["b"]?.integer == 3)
    #expect(own.entries.count == 2)
  }

  @Test("JSON is read, with characters that it writes as two escapes")
  func json() throws {
    let file = try SourceFile("a.json", text: "{\"a\": \"\\ud83d\\ude00 \\\\ud83d\", \"b\": [1, true, null]}")
    #expect(file.documents.first?["a"]?.text == "😀 \\ud83d")
    #expect(file.documents.first?["b"]?.items.count == 3)
  }

  @Test("UTF-16 with a byte order mark is read, and a mark of UTF-8 is no text")
  func encodings() throws {
    let utf16: [UInt8] = [0xFF, 0xFE] + "a: ü".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(try SourceFile("a.yaml", bytes: utf16).documents.first?["a"]?.text == "ü")
    #expect(
      try SourceFile("a.yaml", bytes: [0xEF, 0xBB, 0xBF] + Array("a: 1".utf8)).documents.first?["a"]?.integer == 1)
  }

  static let bomb =
    "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    + (1...12).map { "a\($0): &a\($0) [\(Array(repeating: "*a\($0 - 1)", count: 9).joined(separator: ", "))]\n" }
    .joined()
  static let mergeBomb =
    "a0: &a0 {k: v}\n"
    + (1...40).map { "a\($0): &a\($0)\n  <<: [*a\($0 - 1), *a\($0 - 1)]\n" }.joined()

  @Test(
    "what could bring a program down is refused, with its line",
    arguments: [
      ("a: 1\nb: 2\na: 3", "RB1204", 1), ("a: [1, 2", "RB1202", 1), ("a: {{ .Values.x }}", "RB1202", 1),
      ("? [1]\n: 2", "RB1202", 1), ("a: *b", "RB1202", 1), (bomb, "RB1203", 1), (mergeBomb, "RB1203", 1),
      (bomb + "? *a12\n: 1", "RB1203", 14), (bomb + "*a12 : 1", "RB1203", 14),
      (bomb + "[*a12, *a12]: 1", "RB1203", 14), (bomb + "k: {[*a12, *a12]: 1, {a: *a12}: 2}", "RB1203", 14),
      (bomb + "k: [*a12:1]", "RB1203", 14), (bomb + "k: {*a12:1}", "RB1203", 14),
      (bomb + "k: {*a12 : 1, *a12 : 2}", "RB1203", 14), (bomb + "k: {[*a12]: 1}\nb: 1\nb: 2", "RB1204", 14),
      (String(repeating: "[", count: 5000), "RB1202", 1),
      (String(repeating: "[", count: 150) + String(repeating: "]", count: 150), "RB1203", 1),
      ((0..<150).map { String(repeating: " ", count: $0) + "a:\n" }.joined(), "RB1203", 101), ("a: \u{7}", "RB1202", 1),
      ("a:\n\t- b", "RB1202", 2), ("<<: 1", "RB1202", 1),
    ])
  func refused(text: String, code: String, line: Int) {
    #expect {
      try SourceFile("a.yaml", text: text)
    } throws: { error in
      let diagnostic = (error as? SourceFailure)?.diagnostic
      return diagnostic?.code == code && (diagnostic?.location?.line ?? 0) >= line
    }
  }

  @Test("bytes that are no text are refused on their line")
  func notText() {
    #expect {
      try SourceFile("a.yaml", bytes: Array("a: 1\nb: ".utf8) + [0xFF, 0x0A])
    } throws: { error in
      (error as? SourceFailure)?.diagnostic.location == SourceLocation("a.yaml", 2)
    }
  }

  @Test("a file that is not there is an error that names it")
  func missing() {
    #expect {
      try SourceFile.read("no/such.yaml")
    } throws: { error in
      (error as? SourceFailure)?.diagnostic.message == "'no/such.yaml' cannot be read"
    }
  }
}
