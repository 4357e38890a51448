import Foundation
import Testing

@Suite("Two builds of one lab")
struct DeterminismTests {
  static let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The folder of the test program, where the labs' programs stand too.
  static let programs = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()

  /// Every file below a folder with its bytes.
  func tree(_ folder: URL) throws -> [String: Data] {
    var tree: [String: Data] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
      let file = folder.appendingPathComponent(path)
      if let data = FileManager.default.contents(atPath: file.path), !file.hasDirectoryPath { tree[path] = data }
    }
    return tree
  }

  func build(in folder: URL, environment: [String: String]) throws -> [String: Data] {
    let files = FileManager.default
    try files.createDirectory(at: folder, withIntermediateDirectories: true)
    let process = Process()
    process.executableURL = Self.programs.appendingPathComponent("Basement")
    process.arguments = [
      "build", "--output", folder.appendingPathComponent("out").path, "--lab",
      Self.package.appendingPathComponent("Examples/Basement").path,
    ]
    process.currentDirectoryURL = folder
    process.environment = environment
    let errors = Pipe()
    process.standardError = errors
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    let said = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "\(String(decoding: said, as: UTF8.self))")
    return try tree(folder.appendingPathComponent("out"))
  }

  @Test("are the same to the byte, whatever the folder, home, language and time zone")
  func same() throws {
    let top = FileManager.default.temporaryDirectory.appendingPathComponent("rackbook-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: top) }
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    let one = try build(
      in: top.appendingPathComponent("one"),
      environment: ["PATH": path, "HOME": "/root", "LANG": "C", "TZ": "UTC"])
    let two = try build(
      in: top.appendingPathComponent("another/place"),
      environment: ["PATH": path, "HOME": "/nonexistent", "LC_ALL": "tr_TR.UTF-8", "TZ": "Pacific/Auckland"])
    #expect(one.count > 20)
    #expect(one.keys.sorted() == two.keys.sorted())
    for (file, bytes) in one where two[file] != bytes { Issue.record("\(file) differs") }
  }

  @Test("name no path of this machine and no moment")
  func noMachine() throws {
    let top = FileManager.default.temporaryDirectory.appendingPathComponent("rackbook-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: top) }
    let tree = try build(in: top, environment: ProcessInfo.processInfo.environment)
    for (file, bytes) in tree {
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(!text.contains(Self.package.path), "\(file) names the source folder")
      #expect(!text.contains(top.path), "\(file) names the build folder")
    }
  }
}
