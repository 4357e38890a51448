import Foundation
import Testing

@Suite("A runbook that is run from a build folder")
struct RunFromBuildTests {
  static let programs = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent("rackbook-\(UUID().uuidString)")

  /// What the Mini lab's program prints, and how it ends.
  private func mini(_ arguments: String...) throws -> (said: String, status: Int32) {
    let process = Process()
    process.executableURL = Self.programs.appendingPathComponent("Mini")
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.standardInput = FileHandle.nullDevice
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (said, process.terminationStatus)
  }

  @Test("needs no sources, and its scripts find the build folder")
  func findsBuildFolder() throws {
    let runbooks = folder.appendingPathComponent("lab/runbooks")
    try FileManager.default.createDirectory(at: runbooks, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let text = """
      ---
      title: Where is the build?
      ---

      ## Look

      ```bash {step="look"}
      test -e "$RACKBOOK_BUILD/manifest.json" && echo "found in $RACKBOOK_BUILD"
      ```
      """
    try text.write(to: runbooks.appendingPathComponent("where.md"), atomically: false, encoding: .utf8)
    let built = try mini("build", "--lab", "lab", "--output", "build/mini")
    #expect(built.status == 0, "\(built.said)")
    try FileManager.default.removeItem(at: folder.appendingPathComponent("lab"))
    let run = try mini("run", "lab/where", "--yes")
    #expect(run.status == 0, "\(run.said)")
    #expect(run.said.contains("found in \(folder.path)/build/mini"), "\(run.said)")
  }
}
