import Compiler
import LabLanguage
import LabModel
import Testing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

@Suite("A build after which nothing has changed")
struct BuildStampTests {
  /// What somebody does between two builds.
  enum Blow: String, CaseIterable {
    case editOfEqualLengthWithTheTimeSetBack, removedFile, foreignFile, newRunbook, changedRunbook, changedCopy,
      anotherDay
    case brokenStamp, noStamp
  }

  @Test("is seen without compiling the lab, and says again what the last one said")
  func unchanged() throws {
    try withBuild { build, lab, inputs in
      let stamp = try #require(build.unchanged(since: inputs()))
      let (_, compilation) = try Self.compiled(in: lab)
      #expect(stamp.diagnostics == compilation.diagnostics)
      #expect(stamp.files == compilation.files.count + 1)
      #expect(!stamp.hatches.isEmpty)
    }
  }

  @Test("is told from one before which somebody changed something", arguments: Blow.allCases)
  func changed(blow: Blow) throws {
    try withBuild { build, lab, inputs in
      let file = "\(build.path)/readme.md"
      switch blow {
      case .editOfEqualLengthWithTheTimeSetBack:
        let date = try FileManager.default.attributesOfItem(atPath: file)[.modificationDate]
        let text = try String(contentsOfFile: file, encoding: .utf8)
        try write(String(text.reversed()), to: file)
        try FileManager.default.setAttributes([.modificationDate: date ?? Date()], ofItemAtPath: file)
      case .removedFile: try FileManager.default.removeItem(atPath: file)
      case .foreignFile: try write("mine", to: "\(build.path)/mine.txt")
      case .newRunbook: try write("# New\n", to: "\(lab)/runbooks/new.md")
      case .changedRunbook: try write("# Other\n", to: "\(lab)/runbooks/old.md")
      case .changedCopy: try write("another text", to: "\(lab)/readme.md")
      case .anotherDay: #expect(build.unchanged(since: BuildInputs(LabFolder(lab), on: Self.day(2))) == nil)
      case .brokenStamp: try write("{", to: "\(build.path).rackbook-stamp")
      case .noStamp: try FileManager.default.removeItem(atPath: "\(build.path).rackbook-stamp")
      }
      if blow != .anotherDay { #expect(build.unchanged(since: inputs()) == nil) }
    }
  }

  private static func day(_ day: Int) -> CalendarDate { CalendarDate(daysSince1970: 20_000 + day) }

  private static func compiled(in lab: String) throws -> (LabFolder, Compilation) {
    let folder = LabFolder(lab)
    let lan = Network("lan", "192.168.1.0/24", gateway: "192.168.1.1")
    let readme = ExtraFile("readme", at: "readme.md", because: "who finds the folder must know", from: "readme.md")
    let values = ResolvedLab(name: "stamped", domain: "lab.example", listed: [lan, readme])
    return (folder, compile(values, files: folder.files(of: values), today: day(1), withPortal: false))
  }

  /// A lab's folder with a runbook and a file to copy, and the folder that it was built to.
  private func withBuild(_ body: (BuildFolder, String, () -> BuildInputs) throws -> Void) throws {
    let scratch = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
    defer { try? FileManager.default.removeItem(atPath: scratch) }
    let lab = "\(scratch)/lab"
    try FileManager.default.createDirectory(atPath: "\(lab)/runbooks", withIntermediateDirectories: true)
    try write("# Old\n", to: "\(lab)/runbooks/old.md")
    try write("The basement, as built.", to: "\(lab)/readme.md")
    let (folder, compilation) = try Self.compiled(in: lab)
    let inputs = { BuildInputs(folder, on: Self.day(1)) }
    let build = BuildFolder("\(scratch)/build")
    let before = inputs()
    let outcome = try build.write(compilation.files, lab: "stamped")
    build.remember(before, compilation, files: outcome.files)
    try body(build, lab, inputs)
  }

  private func write(_ text: String, to path: String) throws {
    try text.write(toFile: path, atomically: false, encoding: .utf8)
  }
}
