import Compiler
import Diagnostics
import Foundation
import Testing

@testable import Rackbook

@Suite("Changing a lab's sources")
struct CheckFixTests {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent("rackbook-\(UUID().uuidString)")

  private func file(_ text: String) throws -> URL {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let file = folder.appendingPathComponent("Lab.swift")
    try Data(text.utf8).write(to: file)
    return file
  }

  @Test("a file is replaced whole and keeps its rights")
  func replaced() throws {
    let file = try file("old")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path)
    try replaceFile(at: file.path, holding: Array("old".utf8), with: Array("new".utf8))
    #expect(try String(contentsOf: file, encoding: .utf8) == "new")
    #expect(try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int == 0o600)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["Lab.swift"])
  }

  @Test("a file that was changed meanwhile, or is a link, is not touched")
  func untouched() throws {
    let file = try file("newer")
    defer { try? FileManager.default.removeItem(at: folder) }
    let link = folder.appendingPathComponent("Link.swift")
    try FileManager.default.createSymbolicLink(at: link, withDestinationURL: file)
    #expect(throws: WriteFailure.self) { try replaceFile(at: file.path, holding: Array("old".utf8), with: []) }
    #expect(throws: WriteFailure.self) { try replaceFile(at: link.path, holding: Array("newer".utf8), with: []) }
    #expect(try String(contentsOf: file, encoding: .utf8) == "newer")
  }

  @Test(
    "only files below the current folder are looked for", arguments: ["../a.swift", "/etc/passwd", "Lab/../../x", "x"])
  func elsewhere(name: String) {
    #expect(SourceFiles().path(of: name) == nil)
  }
}
