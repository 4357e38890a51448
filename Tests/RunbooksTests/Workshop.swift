import Foundation
import Testing

@testable import Runbooks

/// A folder of a test's own, and plans made quickly; the folder goes when the value goes.
final class Workshop: Sendable {
  let path: String

  /// Makes the folder.
  ///
  /// - Parameter inMemory: Whether it is in memory where the system has such a place: for tests that write much.
  /// - Throws: What making it throws.
  init(inMemory: Bool = false) throws {
    let memory = "/dev/shm/"
    let isThere = inMemory && FileManager.default.fileExists(atPath: memory)
    path = (isThere ? memory : NSTemporaryDirectory()) + "runbooks-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Where the journals go.
  var folder: RunFolder { RunFolder(path + "/runs") }

  /// A file of the folder, as text; empty if it is not there.
  func read(_ name: String) -> String { (try? String(contentsOfFile: "\(path)/\(name)", encoding: .utf8)) ?? "" }

  func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: "\(path)/\(name)") }

  func write(_ name: String, _ text: String) throws {
    try text.write(toFile: "\(path)/\(name)", atomically: true, encoding: .utf8)
  }

  /// Waits until a file holds a text.
  func wait(for text: String, in name: String) async throws {
    for _ in 0..<6_000 where !read(name).contains(text) { try await Task.sleep(for: .milliseconds(10)) }
    try #require(read(name).contains(text), "\(name) never held '\(text)'")
  }

  /// A step that runs a script in the folder.
  func step(_ id: String, _ script: String, check: String? = nil, timeout: Int? = nil) -> PlannedStep {
    var step = PlannedStep(
      id: id, title: PlannedText("Step \(id)"), kind: .work(.bash("cd \(path)\n\(script)", timeout: timeout)))
    step.check = check.map { .bash("cd \(path)\n\($0)") }
    return step
  }

  func plan(_ steps: [PlannedStep], inputs: [RunbookInput] = []) -> RunbookPlan {
    RunbookPlan(id: "homelab/test", title: "Test", source: "runbooks/test.md", inputs: inputs, steps: steps)
  }

  static func options(yes: Bool = true, environment: [String: String] = [:]) -> RunOptions {
    var options = RunOptions(by: .current(version: "test"))
    options.environment.merge(environment) { $1 }
    options.assumesYes = yes
    return options
  }

  /// Starts a plan and goes through it.
  func run(
    _ steps: [PlannedStep], on terminal: TestTerminal = TestTerminal(), options: RunOptions = options(),
    plan: RunbookPlan? = nil, inputs: [String: String] = [:]
  ) async throws -> (id: String, result: RunResult) {
    let run = try await Run.start(
      plan ?? self.plan(steps), inputs: inputs, in: folder, on: terminal, options: options)
    return (run.id, try await run.go())
  }

  /// Takes a run up again.
  func resume(_ id: String, on terminal: TestTerminal = TestTerminal(), yes: Bool = true) async throws -> RunResult {
    let run = try await Run.resume(id, in: folder, on: terminal, options: Self.options(yes: yes))
    return try await run.go()
  }

  /// Takes a run up again, carried out as the options say.
  func resume(_ id: String, on terminal: TestTerminal = TestTerminal(), options: RunOptions) async throws -> RunResult {
    try await Run.resume(id, in: folder, on: terminal, options: options).go()
  }

  /// The names of a journal's events.
  func events(_ id: String) throws -> [String] { try folder.journal(of: id).records.map(\.event.name) }

  func state(_ id: String) throws -> RunState { RunState(try folder.journal(of: id).records) }
}

extension Work<PlannedText> {
  /// A bash script, as a plan has it.
  static func bash(
    _ text: String, host: PlannedText? = nil, timeout: Int? = nil, secrets: [String] = [], tty: Bool = false
  ) -> Work<PlannedText> {
    var work = Work(.script(PlannedText(text)))
    work.host = host
    work.timeoutMilliseconds = timeout
    work.secrets = secrets
    work.usesTerminal = tty
    return work
  }
}
