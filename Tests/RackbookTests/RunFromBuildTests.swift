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

  @Test("is rehearsed on a stage that a program puts up, and only there")
  func rehearsed() throws {
    let runbooks = folder.appendingPathComponent("lab/runbooks")
    try FileManager.default.createDirectory(at: runbooks, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let text = """
      ---
      title: What is the name?
      ---

      ## Ask

      ```bash {step="ask"}
      echo "on $NAME_OF_STAGE, with $STAGE_MARK"
      ```
      """
    try text.write(to: runbooks.appendingPathComponent("ask.md"), atomically: false, encoding: .utf8)
    try program(
      "stage",
      "export RACKBOOK_STAGE=$PWD/set NAME_OF_STAGE='the stage'\nmkdir -p set\ntouch set/ssh_config\n"
        + "echo 'the name: made up' > set/stand-ins\nexport STAGE_MARK='a mark'\n\"$@\"")
    try program("mute", "\"$@\"")
    let built = try mini("build", "--lab", "lab", "--output", "build/mini")
    #expect(built.status == 0, "\(built.said)")

    let run = try mini("rehearse", "lab/ask", "--on", "./stage", "--yes", "--journal", "runs")
    #expect(run.status == 0, "\(run.said)")
    #expect(run.said.contains("Rehearsal on the stage 'stage'.") && run.said.contains("on the stage, with a mark"))
    #expect(run.said.contains("Not the real thing: the name: made up"))
    #expect(try mini("runs", "--journal", "runs").said.contains("rehearsal"))

    let mute = try mini("rehearse", "lab/ask", "--on", "./mute", "--yes", "--journal", "runs")
    #expect(mute.status != 0 && mute.said.contains("it must export RACKBOOK_STAGE"), "\(mute.said)")
    let byHand = try mini("rehearse", "lab/ask", "--on", "set", "--yes", "--journal", "runs")
    #expect(byHand.status != 0 && byHand.said.contains("does not belong to the stage"), "\(byHand.said)")
    let nowhere = try mini("rehearse", "lab/ask", "--on", "sett", "--yes", "--journal", "runs")
    #expect(nowhere.status != 0 && nowhere.said.contains("there is no stage 'sett'"), "\(nowhere.said)")
  }

  @Test("is walked in all its paths, and the exit code says whether something is wrong with it")
  func walked() throws {
    let runbooks = folder.appendingPathComponent("lab/runbooks")
    try FileManager.default.createDirectory(at: runbooks, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let text = """
      ---
      title: How many?
      ---

      ## Count

      ```bash {step="count" capture="n"}
      touch \(folder.path)/touched
      ```

      ## Few

      ```bash {step="few" only-if="capture.n < FEW" skip-if="capture.n >= 3"}
      touch \(folder.path)/touched
      ```
      """
    let file = runbooks.appendingPathComponent("count.md")
    try text.replacing("FEW", with: "2").write(to: file, atomically: false, encoding: .utf8)
    let good = try mini("test", "lab/count", "--lab", "lab", "--minimum", "100")
    #expect(good.status == 0 && good.said.contains("100 % covered"), "\(good.said)")
    try text.replacing("only-if=\"capture.n < FEW\"", with: "only-if=\"capture.n > 5\"").write(
      to: file, atomically: false, encoding: .utf8)
    let bad = try mini("test", "lab/count", "--lab", "lab")
    #expect(bad.status == 1 && bad.said.contains("no path carries out the step 'few'"), "\(bad.said)")
    let json = try mini("test", "lab/count", "--lab", "lab", "--json")
    #expect(json.status == 1 && json.said.contains("\"kind\": \"neverReached\""), "\(json.said)")
    #expect(!FileManager.default.fileExists(atPath: "\(folder.path)/touched"))
  }

  /// A program of the test's folder.
  private func program(_ name: String, _ script: String) throws {
    let file = folder.appendingPathComponent(name)
    try "#!/bin/bash\n\(script)\n".write(to: file, atomically: false, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
  }
}
