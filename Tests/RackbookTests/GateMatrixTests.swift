import Foundation
import Testing

/// Every gate of a run, met by the real program while nobody is there, in every way in which nobody can be there.
@Suite("No gate passes where nobody is there")
struct GateMatrixTests {
  let program = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appendingPathComponent("Mini")
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent("rackbook-gates-\(UUID().uuidString)")

  /// The folder of one run, beside the build that all of them share.
  struct Place {
    var folder: URL
    var environment: [String: String]

    func exists(_ name: String) -> Bool {
      FileManager.default.fileExists(atPath: folder.appendingPathComponent(name).path)
    }

    var journals: [String] {
      let names =
        (try? FileManager.default.contentsOfDirectory(atPath: folder.appendingPathComponent("runs").path)) ?? []
      return names.filter { $0.hasSuffix(".jsonl") }.sorted()
    }

    var lines: [String] {
      journals.flatMap { name -> [String] in
        let path = folder.appendingPathComponent("runs/\(name)").path
        return (try? String(contentsOfFile: path, encoding: .utf8))?.split(separator: "\n").map(String.init) ?? []
      }
    }
  }

  /// Runs the program to its end without a terminal.
  private func mini(
    _ arguments: [String], _ environment: [String: String] = [:]
  ) async throws -> (said: String, status: Int32) {
    try await AbsentPerson.endOfInput.run(
      program, arguments, typing: [], ProcessInfo.processInfo.environment.merging(environment) { $1 }, in: folder)
  }

  /// Builds the runbook of a gate into the shared folder.
  private func build(_ gate: Gate, changed: Bool = false) async throws {
    let runbooks = folder.appendingPathComponent("lab/runbooks")
    try FileManager.default.createDirectory(at: runbooks, withIntermediateDirectories: true)
    let file = runbooks.appendingPathComponent("\(gate.rawValue).md")
    try gate.runbook(changed: changed).write(to: file, atomically: false, encoding: .utf8)
    let built = try await mini(["build", "--lab", "lab", "--output", changed ? "changed" : "build"])
    try #require(built.status == 0, "\(built.said)")
  }

  private func place(_ gate: Gate, _ absence: AbsentPerson) throws -> Place {
    let path = folder.appendingPathComponent(absence.rawValue)
    try FileManager.default.createDirectory(at: path, withIntermediateDirectories: true)
    let environment = ProcessInfo.processInfo.environment.merging(["GATES": path.path, "TERM": "dumb"]) { $1 }
    return Place(folder: path, environment: environment)
  }

  /// The arguments that meet the gate, once the run stands where it can be met.
  private func arguments(_ gate: Gate, _ place: Place) async throws -> [String] {
    let usual = ["--plain", "--journal", place.folder.appendingPathComponent("runs").path]
    let begin = ["run", "lab/\(gate.rawValue)", "--from-build", "build"] + usual
    let yes = gate.needsYes ? ["--yes"] : []
    guard gate == .settlement || gate == .drift else { return begin + yes }
    // The settlement's first process kills the runner; the other run stops because nobody says to run the step.
    let begun = try await mini(begin + yes, ["GATES": place.folder.path])
    try #require(begun.status != 0 && place.journals.count == 1, "\(begun.said)")
    let run = place.journals[0].dropLast(6)
    return ["run", "--resume", String(run), "--from-build", gate == .drift ? "changed" : "build"] + usual + yes
  }

  @Test("whatever is asked, and whoever is not there", arguments: Gate.allCases)
  func nobody(gate: Gate) async throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try await build(gate)
    if gate == .drift { try await build(gate, changed: true) }
    for absence in AbsentPerson.allCases where !gate.isPassed(by: absence) {
      let place = try place(gate, absence)
      let arguments = try await arguments(gate, place)
      let isGiven = arguments.contains("--yes") && absence == .yes
      let met = try await absence.run(
        program, isGiven ? arguments.filter { $0 != "--yes" } : arguments, typing: gate.typed, place.environment,
        in: folder)
      let name = "\(gate.rawValue), \(absence.rawValue): \(met.said)"
      #expect(met.status != 0, "\(name)")
      #expect(!place.exists("passed"), "\(name)")
      #expect(!place.lines.contains { $0.contains(#""event":"gate""#) && $0.contains(#""passed":true"#) }, "\(name)")
      #expect(!place.lines.contains { $0.contains(#""result":"completed""#) }, "\(name)")
      if gate == .input { #expect(place.journals.isEmpty, "\(name)") }
      if gate == .steady { #expect(place.lines.contains { $0.contains(#""result":"deviated""#) }, "\(name)") }
    }
  }
}
