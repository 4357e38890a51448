import Foundation
import Testing

@testable import Runbooks

/// What must be true of a work; Swift Testing has another thing of the name.
typealias Expected = Runbooks.Expectation<String>

/// Carries out single works in a folder of its own.
struct WorkBench: Sendable {
  let shop: Workshop
  let terminal = TestTerminal()
  var environment = ProcessInfo.processInfo.environment
  var secrets: [String: String] = [:]

  init(_ shop: Workshop, secrets: [String: String] = [:]) {
    self.shop = shop
    self.secrets = secrets
    environment.merge(secrets) { $1 }
  }

  /// Puts a program in front of all others that writes down its arguments, each ended by a NUL, and its input.
  mutating func fake(_ program: String, _ rest: String = "") throws {
    let folder = "\(shop.path)/fakes"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try shop.write(
      "fakes/\(program)",
      "#!/bin/bash\nprintf '%s\\0' \"$@\" > \(shop.path)/\(program).argv\ncat > \(shop.path)/\(program).input\n\(rest)\n"
    )
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: "\(folder)/\(program)")
    environment["PATH"] = "\(folder):\(environment["PATH"] ?? "/usr/bin:/bin")"
  }

  /// The arguments that a program has written down.
  func arguments(of program: String) -> [String] {
    shop.read("\(program).argv").split(separator: "\0", omittingEmptySubsequences: false).dropLast().map(String.init)
  }

  func run(_ work: Work<String>) async throws -> WorkResult {
    let redactor = Redactor(secrets)
    let runner = ProcessRunner(clock: .system, environment: environment, secrets: secrets, redactor: redactor)
    let sink = OutputSink(terminal: terminal, redactor: redactor)
    return try await runner.run(work, at: WorkPlace(step: "a", part: .action, attempt: 1), sink: sink) { _ in }
  }

  func run(
    _ kind: WorkKind<String>, host: String? = nil, secrets: [String] = [], _ expectations: [Expected] = []
  ) async throws -> WorkResult {
    var work = Work(kind)
    work.host = host
    work.secrets = secrets
    work.expectations = expectations
    return try await run(work)
  }
}

/// Texts that shells, protocols and programs like to take for something else.
let hostileWords = [
  "-rf", "--", "a b", "", "it's", "\"quoted\"", "$HOME `id` $(id)", "line\nend", "\ttab\\", "~", "*", "ü 漢 🐙", "!x",
  "#",
  "{a,b}", "a;b|c&d<e>f", "'", "\\", "\u{1B}[31m", "EOF",
]
