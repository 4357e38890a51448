import Foundation
import Testing

@testable import Rackbook

@Suite("A lab that never comes to an end")
struct EvaluationLimitTests {
  static let programs = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()

  @Test("is ended with a message that says why")
  func ring() throws {
    let process = Process()
    process.executableURL = Self.programs.appendingPathComponent("RingLab")
    process.arguments = ["check"]
    process.environment = ["RACKBOOK_EVALUATION_LIMIT": "1"]
    let errors = Pipe()
    process.standardError = errors
    try process.run()
    let said = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 70)
    #expect(said.contains("wait for each other for ever"), "\(said)")
  }

  @Test("does not disturb one that does")
  func quick() {
    #expect(EvaluationLimit.run(limit: 5) { 1 + 1 } == 2)
  }
}
