import Diagnostics
import Foundation
import Subprocess

/// Examples that are commands: run by a shell in an empty folder, with the Mini lab's program as `lab` and the tool as `rackbook`.
enum Commands {
  static let programs = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()

  /// The codes of the diagnostics that the last command printed.
  static func codes(raisedBy texts: [RuleSection.Example]) async throws -> Set<String> {
    let folder = FileManager.default.temporaryDirectory.appending(path: "commands-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let tools = folder.appending(path: "bin")
    try FileManager.default.createDirectory(at: tools, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      at: tools.appending(path: "lab"), withDestinationURL: programs.appending(path: "Mini"))
    try FileManager.default.createSymbolicLink(
      at: tools.appending(path: "rackbook"), withDestinationURL: programs.appending(path: "rackbook"))
    let work = folder.appending(path: "work")
    try FileManager.default.createDirectory(at: work, withIntermediateDirectories: true)
    let lines = texts.map(\.text).joined().split(separator: "\n")
    let script = """
      set -e
      cd '\(work.path())'
      PATH='\(tools.path())':$PATH
      { \(lines.dropLast().joined(separator: "\n"))
      :; } >/dev/null 2>&1
      set +e
      \(lines.last ?? "") 2>&1
      """
    let result = try await run(
      .name("bash"), arguments: ["-c", script], output: .string(limit: 1 << 20), error: .string(limit: 1 << 20))
    return Set(result.standardOutput.matches(of: /\[(RB\d{4})\]/).map { String($0.1) })
  }
}
