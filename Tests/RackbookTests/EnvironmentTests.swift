import Foundation
import LabLanguage
import LabModel
import Testing

@testable import Shop

@Suite("A lab with environments")
struct EnvironmentTests {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent("rackbook-\(UUID().uuidString)")

  /// What the Shop lab's program prints in an empty folder, and how it ends; an argument of `;` ends a command.
  private func shop(_ arguments: String...) throws -> (said: String, status: Int32) {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    var last: (said: String, status: Int32) = ("", -1)
    for command in arguments.split(separator: ";") {
      let process = Process()
      process.executableURL = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
        .appendingPathComponent("Shop")
      process.arguments = Array(command)
      process.currentDirectoryURL = folder
      let output = Pipe()
      process.standardOutput = output
      process.standardError = output
      try process.run()
      let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      process.waitUntilExit()
      last = (said, process.terminationStatus)
    }
    return last
  }

  @Test("is one description, and each environment has a name of its own")
  func names() {
    #expect(Shop.environmentNames == ["staging", "production"])
    #expect(Shop().resolved.name == "shop-staging")
    #expect(Shop.lab(for: "production")?.resolved.name == "shop-production")
    #expect(Shop.lab(for: "produktion") == nil)
    #expect(Shop(environment: .production).resolved.environment == "production")
  }

  @Test("is built into a folder for each, and plan compares each with its own")
  func folders() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    #expect(try shop("build", ";", "build", "--environment", "production").status == 0)
    let built = try FileManager.default.contentsOfDirectory(atPath: folder.appendingPathComponent("build").path)
    #expect(Set(built).isSuperset(of: ["staging", "production"]))
    let plan = try shop("plan", "--environment", "production", "--detailed-exitcode")
    #expect(plan.status == 0 && plan.said.contains("no changes"), "\(plan.said)")
    let other = try shop("plan", "--output", "build/production", "--detailed-exitcode")
    #expect(other.status == 2 && other.said.contains("memory: 16 GiB -> 4 GiB"), "\(other.said)")
  }

  @Test("compare tells how two of them differ, and puts nothing at risk")
  func compares() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let outcome = try shop("compare", "staging", "production")
    #expect(outcome.status == 0)
    #expect(outcome.said.hasPrefix("staging -> production\n"))
    #expect(outcome.said.contains("memory: 4 GiB -> 16 GiB\n"))
    #expect(outcome.said.contains("+ vm 'db'"))
    #expect(!outcome.said.contains("risk"), "\(outcome.said)")
    #expect(outcome.said.contains("terraform/shop-production/main.tf.json"))
    #expect(!outcome.said.contains("terraform/shop-staging"))
  }

  @Test(
    "a name that is no environment is an error with what may have been meant", arguments: ["check", "build", "plan"])
  func unknown(command: String) throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let outcome = try shop(command, "--environment", "produktion")
    #expect(outcome.status != 0)
    #expect(outcome.said.contains("did you mean 'production'?") && outcome.said.contains("RB0952"), "\(outcome.said)")
  }

  @Test("plan ends with 1 where the lab has errors or the snapshot cannot be read")
  func errors() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    _ = try shop("build")
    let snapshot = folder.appendingPathComponent("build/staging/lab.json")
    try "{".write(to: snapshot, atomically: false, encoding: .utf8)
    let outcome = try shop("plan", "--detailed-exitcode")
    #expect(outcome.status == 1 && outcome.said.contains("RB0950"), "\(outcome.said)")
  }
}
