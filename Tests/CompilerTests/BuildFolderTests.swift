import Blueprint
import Diagnostics
import Documents
import Foundation
import Testing

@testable import Compiler

@Suite("The build folder")
struct BuildFolderTests {
  let parent = FileManager.default.temporaryDirectory.appendingPathComponent("rackbook-\(UUID().uuidString)")
  var path: String { parent.appendingPathComponent("build").path }
  var folder: BuildFolder { BuildFolder(path) }

  func write(_ files: [String: String], discardingEdits: Bool = false) throws -> BuildFolder.Outcome {
    let artifacts = files.sorted { $0.key < $1.key }.map { Artifact($0.key, PrintedText($0.value)) }
    return try folder.write(artifacts, lab: "test", discardingEdits: discardingEdits)
  }

  func text(_ file: String) -> String? {
    try? String(contentsOfFile: "\(path)/\(file)", encoding: .utf8)
  }

  /// The codes of what `body` throws.
  func codes(_ body: () throws -> Void) -> [String] {
    do {
      try body()
      return []
    } catch let failure as WriteFailure {
      return failure.diagnostics.map(\.code)
    } catch {
      return ["\(error)"]
    }
  }

  @Test("files are written, and a second build of the same finds nothing to do")
  func writes() throws {
    #expect(
      try write(["a/one.txt": "1", "two.txt": "2"]) == .written(new: 3, changed: 0, removed: 0, files: 3))
    #expect(text("a/one.txt") == "1\n")
    #expect(try write(["a/one.txt": "1", "two.txt": "2"]) == .unchanged(files: 3))
  }

  @Test("a file that is no longer made goes, with its folder, and changed ones change")
  func removesStale() throws {
    _ = try write(["a/one.txt": "1", "two.txt": "2"])
    _ = try write(["two.txt": "zwei"])
    #expect(text("a/one.txt") == nil)
    #expect(!FileManager.default.fileExists(atPath: "\(path)/a"))
    #expect(text("two.txt") == "zwei\n")
  }

  @Test("what rackbook did not write stays: files, links, empty folders")
  func keepsForeign() throws {
    _ = try write(["a/one.txt": "1"])
    try "mine".write(toFile: "\(path)/a/notes.txt", atomically: false, encoding: .utf8)
    try FileManager.default.createSymbolicLink(atPath: "\(path)/link", withDestinationPath: "nowhere")
    try FileManager.default.createDirectory(atPath: "\(path)/empty/deep", withIntermediateDirectories: true)
    _ = try write(["b/two.txt": "2"])
    #expect(text("a/notes.txt") == "mine")
    #expect(text("a/one.txt") == nil)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: "\(path)/link") == "nowhere")
    #expect(FileManager.default.fileExists(atPath: "\(path)/empty/deep"))
  }

  @Test("a file that was edited by hand stops the build, unless its loss is asked for")
  func refusesEdits() throws {
    _ = try write(["one.txt": "1", "two.txt": "2"])
    try "edited".write(toFile: "\(path)/one.txt", atomically: false, encoding: .utf8)
    #expect(codes { _ = try write(["one.txt": "1", "two.txt": "new"]) } == ["RB0901"])
    #expect(text("one.txt") == "edited")
    #expect(text("two.txt") == "2\n")
    _ = try write(["one.txt": "1", "two.txt": "new"], discardingEdits: true)
    #expect(text("one.txt") == "1\n")
  }

  @Test("a file that was removed by hand is made again")
  func makesAgain() throws {
    _ = try write(["one.txt": "1"])
    try FileManager.default.removeItem(atPath: "\(path)/one.txt")
    _ = try write(["one.txt": "1"])
    #expect(text("one.txt") == "1\n")
  }

  @Test(
    "a foreign file in the way is never replaced",
    arguments: [("one.txt", "one.txt"), ("a", "a/one.txt"), ("a/one.txt/deep.txt", "a/one.txt")])
  func refusesClash(foreign: String, made: String) throws {
    _ = try write(["other.txt": "1"])
    let file = "\(path)/\(foreign)"
    try FileManager.default.createDirectory(
      atPath: (file as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try "mine".write(toFile: file, atomically: false, encoding: .utf8)
    #expect(codes { _ = try write([made: "theirs"]) } == ["RB0902"])
    #expect(text(foreign) == "mine")
    #expect(text("other.txt") == "1\n")
  }

  @Test(
    "a path that leads out of the folder, or that is made twice, is refused",
    arguments: [
      "../out.txt", "/etc/passwd", "a//b", "./a", "a/..", "", "manifest.json",
    ])
  func refusesPath(path: String) {
    #expect(codes { _ = try write([path: "x"]) } == ["RB0906"])
  }

  @Test("what a killed build left beside the folder is cleaned up")
  func recovers() throws {
    _ = try write(["one.txt": "1"])
    try FileManager.default.createDirectory(atPath: "\(path).rackbook-new/half", withIntermediateDirectories: true)
    _ = try write(["one.txt": "2"])
    #expect(text("one.txt") == "2\n")
    #expect(!FileManager.default.fileExists(atPath: "\(path).rackbook-new"))
  }

  @Test("where a swap takes two steps and the second did not come, the old tree is put back")
  func putsBack() throws {
    _ = try write(["one.txt": "1"])
    try FileManager.default.moveItem(atPath: path, toPath: "\(path).rackbook-old")
    #expect(try write(["one.txt": "1"]) == .unchanged(files: 2))
  }

  @Test("a manifest that cannot be read stops the build")
  func refusesBrokenManifest() throws {
    _ = try write(["one.txt": "1"])
    try "{".write(toFile: "\(path)/manifest.json", atomically: false, encoding: .utf8)
    #expect(codes { _ = try write(["one.txt": "2"]) } == ["RB0903"])
  }

  @Test("a second build at the same time is refused")
  func refusesSecond() throws {
    try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
    let lock = try #require(try FileSystem.lock("\(path).rackbook-lock"))
    defer { FileSystem.unlock(lock) }
    #expect(codes { _ = try write(["one.txt": "1"]) } == ["RB0904"])
  }

  @Test("a folder that cannot be made is a clear message")
  func cannotWrite() {
    let failing = BuildFolder("/proc/rackbook/build")
    #expect(codes { _ = try failing.write([], lab: "test") } == ["RB0905"])
  }

  @Test("the source map has a run for every change of origin")
  func mapsLines() throws {
    var writer = TextWriter()
    writer.line("by nobody")
    writer.from(.init("Lab/A.swift", 3)) {
      $0.line("a")
      $0.line("a")
    }
    _ = try folder.write([Artifact("x.txt", writer.printed)], lab: "test")
    let map = try #require(text("source-map.json"))
    let json = try JSONSerialization.jsonObject(with: Data(map.utf8)) as? [String: [[AnyHashable?]]]
    #expect("\(json?["x.txt"]?.count ?? 0)" == "2")
    #expect(map.contains("Lab/A.swift:3"))
  }
}
