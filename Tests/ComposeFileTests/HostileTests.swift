import ComposeFile
import Diagnostics
import Foundation
import Testing

@Suite("Hostile files")
struct HostileTests {
  private func codesOf(_ text: String) -> [String] { load(["compose.yaml": text]).diagnostics.map(\.code) }

  private static func bomb(_ levels: Int, _ use: (Int) -> String) -> String {
    "x-a0: &a0 [x, x]\n" + (1...levels).map { "x-a\($0): &a\($0) \(use($0 - 1))\n" }.joined()
      + "services: {web: {image: x}}\n"
  }

  @Test("anchors within anchors are refused before they fill the memory")
  func laughs() {
    #expect(codesOf(Self.bomb(40) { "[*a\($0), *a\($0), *a\($0), *a\($0)]" }).contains("RB1304"))
    #expect(codesOf(Self.bomb(40) { "{k: *a\($0), l: *a\($0)}" }).contains("RB1304"))
  }

  @Test("anchors within anchors as keys are refused before the parser looks at them")
  func keys() {
    #expect(codesOf(Self.bomb(40) { "[*a\($0), *a\($0)]" } + "x-k: {*a40 : 1}\n") == ["RB1304"])
    for key in ["? *a40\n  : 1", "? [*a40, *a40]\n  : 1", "[*a40, *a40]: 1", "{[*a40]: 1}", "{*a40:1}", "[*a40:1]"] {
      #expect(codesOf(Self.bomb(40) { "[*a\($0), *a\($0)]" } + "x-k:\n  \(key)\n") == ["RB1304"], "\(key)")
    }
  }

  @Test("deep nesting is refused", arguments: [("[", "]"), ("{a: ", "}")])
  func nesting(open: String, close: String) {
    for depth in [120, 900, 100_000] {
      let text = "x-a: " + String(repeating: open, count: depth) + String(repeating: close, count: depth)
      #expect(!codesOf(text + "\nservices: {web: {image: x}}\n").isEmpty)
    }
  }

  @Test("zero bytes and bytes that are no text are refused")
  func bytes() throws {
    #expect(codesOf("services: {web: {image: \"a\u{0}b\"}}") == ["RB1301"])
    #expect(codesOf("services: {web: {image: \"a\\0b\"}}") == ["RB1301"])
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("compose-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data([0xFF, 0xFE, 0x80]).write(to: folder.appendingPathComponent("compose.yaml"))
    let load = loadCompose(ComposeOptions(), from: ComposeFilesOnDisk(folder: folder.path))
    #expect(load.diagnostics.map(\.code) == ["RB1301"])
  }

  @Test("a link out of the folder, a folder and a missing file are refused")
  func links() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("compose-\(UUID())")
    try FileManager.default.createDirectory(at: folder.appendingPathComponent("sub"), withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createSymbolicLink(
      at: folder.appendingPathComponent("out.yaml"), withDestinationURL: URL(filePath: "/etc/hostname"))
    let files = ComposeFilesOnDisk(folder: folder.path)
    for (name, code) in [
      ("out.yaml", "RB1318"), ("sub", "RB1301"), ("gone.yaml", "RB1301"), ("../x.yaml", "RB1318"),
      ("/dev/zero", "RB1318"),
    ] {
      #expect(loadCompose(ComposeOptions(files: [name]), from: files).diagnostics.map(\.code) == [code], "\(name)")
    }
  }

  @Test("a huge file is refused by its size")
  func huge() {
    let text = "services: {web: {image: x}}\n" + String(repeating: "# filling\n", count: 500_000)
    #expect(codesOf(text) == ["RB1301"])
  }

  @Test("marks for variables cannot be smuggled in")
  func marks() {
    #expect(codesOf("services: {web: {image: \"\u{10FFF0}PATH\u{10FFF1}\"}}") == ["RB1301"])
  }

  @Test("no beginning of a file makes the loader stumble")
  func truncated() {
    let text = Array(Self.everything)
    for length in 0..<text.count { _ = load(["compose.yaml": String(text[..<length])]) }
    #expect(load(["compose.yaml": Self.everything]).project != nil)
  }

  static let everything = """
    x-e: &e {A: "${B:-1}"}
    services:
      web:
        image: x
        <<: {hostname: h}
        environment: *e
        ports: ["80:80", {target: 81}]
        healthcheck: {test: ["CMD", a], interval: 1m}
        volumes: ["v:/v:ro"]
    volumes: {v: }

    """
}
