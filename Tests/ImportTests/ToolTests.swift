import Import
import SourceDocuments
import Subprocess
import Testing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

@Suite("The rackbook tool", .serialized)
struct ToolTests {
  static func rackbook(_ arguments: String..., in folder: URL) async throws -> (
    status: TerminationStatus, out: String, err: String
  ) {
    let tool = SwiftCompiler.package.appending(path: ".build/debug/rackbook")
    let result = try await Subprocess.run(
      .name("sh"), arguments: Arguments(["-c", "cd \"$0\" && exec \"$@\"", folder.path(), tool.path()] + arguments),
      output: .string(limit: 1 << 20), error: .string(limit: 1 << 20))
    return (result.terminationStatus, result.standardOutput, result.standardError)
  }

  static func sources(below folder: String) throws -> [(name: String, text: String)] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted().map { name in
      (name, try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8))
    }
  }

  @Test("new makes a package whose lab compiles, and is laid out as swift format wants it")
  func scaffold() async throws {
    let trial = try Trial([:])
    let result = try await Self.rackbook("new", "my-lab", in: trial.folder)
    #expect(result.status.isSuccess, "\(result)")
    let sources = try Self.sources(below: trial.path("my-lab/Sources/MyLab"))
    let complaints = try await SwiftCompiler.complaints(about: sources)
    #expect(complaints == "")
    let manifest = try String(contentsOfFile: trial.path("my-lab/Package.swift"), encoding: .utf8)
    #expect(manifest.contains(".executableTarget(") && !manifest.contains("{{"))
    let formatting = try await SwiftCompiler.formattingComplaints(about: sources + [("Package.swift", manifest)])
    #expect(formatting == "")
    #expect(try await Self.rackbook("new", "my-lab", in: trial.folder).status.isSuccess == false)
  }

  @Test("a name that is no name is refused", arguments: ["", "1lab", "a b", "../x", "a\"b", "lab/é"])
  func badNames(name: String) async throws {
    let trial = try Trial([:])
    #expect(try await Self.rackbook("new", name, in: trial.folder).status.isSuccess == false)
    #expect(try FileManager.default.contentsOfDirectory(atPath: trial.folder.path()) == [])
  }

  @Test("several sources give one lab; a second import overwrites nothing")
  func sources() async throws {
    let trial = try Trial([
      "hosts.ini": "web ansible_host=10.0.0.1\n", "apps/web.yaml": ConflictTests.deployment("web"),
    ])
    let first = try await Self.rackbook(
      "import", "ansible:hosts.ini", "kubernetes", "apps", "--output", "lab", in: trial.folder)
    #expect(first.status.isSuccess, "\(first)")
    let sources = try Self.sources(below: trial.path("lab/Sources/MyLab"))
    #expect(
      sources.map(\.name).contains("ImportedMachines.swift") && sources.map(\.name).contains("ImportedApps.swift"))
    let complaints = try await SwiftCompiler.complaints(about: sources)
    #expect(complaints == "")
    let second = try await Self.rackbook(
      "import", "ansible:hosts.ini", "kubernetes", "apps", "--output", "lab", in: trial.folder)
    #expect(!second.status.isSuccess && second.err.contains("RB1205"))
    let more = try await Self.rackbook("import", "ansible", "hosts.ini", "--output", "lab", in: trial.folder)
    #expect(more.status.isSuccess, "\(more)")
    let both = try Self.sources(below: trial.path("lab/Sources/MyLab"))
    let together = try await SwiftCompiler.complaints(about: both)
    #expect(together == "")
  }

  @Test("an error has a file and a line, as JSON too, and nothing is written")
  func errors() async throws {
    let trial = try Trial(["x.yaml": "a: 1\na: 2\n"])
    let result = try await Self.rackbook("import", "kubernetes", "x.yaml", "--format", "json", in: trial.folder)
    #expect(!result.status.isSuccess)
    let diagnostic = try SourceFile("out.json", text: result.out).documents.first?["diagnostics"]?.items.first
    #expect(diagnostic?["code"]?.text == "RB1204")
    #expect(diagnostic?["file"]?.text == "x.yaml" && diagnostic?["line"]?.integer != nil)
    #expect(!FileManager.default.fileExists(atPath: trial.path("imported-lab")))
  }

  @Test("a line of a source that holds a secret is not shown")
  func noSecretsShown() async throws {
    let trial = try Trial(["hosts.ini": "web ansible_host=10.0.0.1 admin_password=canary\n"])
    let result = try await Self.rackbook("import", "ansible", "hosts.ini", in: trial.folder)
    #expect(result.err.contains("RB1215") && !(result.err + result.out).contains("canary"))
  }

  @Test(
    "words that name no source are refused", arguments: [["hosts.ini"], ["terraform:x"], ["kubernetes", "no/such"]])
  func noSources(words: [String]) async throws {
    let trial = try Trial([:])
    let result = try await Self.rackbook("import", words[0], words.last ?? "", in: trial.folder)
    #expect(!result.status.isSuccess)
  }
}
