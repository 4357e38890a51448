import LabLanguage
import Testing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

@Suite("What must not compile", .serialized)
struct MisuseTests {
  /// The names of the files that hold a mistake each.
  static let mistakes = ((try? FileManager.default.contentsOfDirectory(atPath: SwiftCompiler.misuse.path())) ?? [])
    .filter { $0.hasSuffix(".swift") && $0 != "Prelude.swift" && $0 != "Correct.swift" }.sorted()

  @Test("a mistake is refused on its line, in the words it expects", arguments: mistakes)
  func refused(name: String) async throws {
    let file = SwiftCompiler.misuse.appending(path: name)
    #expect(try String(contentsOf: file, encoding: .utf8).contains("expected-error"))
    #expect(try await SwiftCompiler.disagreement(about: file) == nil)
  }

  @Test("there are at least twenty mistakes")
  func enough() {
    #expect(Self.mistakes.count >= 20)
  }

  @Test("a correct lab compiles")
  func correct() async throws {
    let file = SwiftCompiler.misuse.appending(path: "Correct.swift")
    #expect(try await SwiftCompiler.disagreement(about: file) == nil)
  }

  @Test(
    "an expectation that the compiler does not meet is noticed",
    arguments: [
      "let web = lan.needs(km01)  // expected-error {{some other words}}",
      "let web = lan.needs(km01)",
      "let web = lan  // expected-error {{value of type}}",
    ])
  func noticed(line: String) async throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "Misuse-\(UUID().uuidString).swift")
    try Data("import LabLanguage\nimport LabModel\n\(line)\n".utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    #expect(try await SwiftCompiler.disagreement(about: file) != nil)
  }
}
