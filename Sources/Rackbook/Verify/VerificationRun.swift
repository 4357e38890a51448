import Blueprint
import Subprocess

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
#if canImport(System)
  import System
#else
  import SystemPackage
#endif
#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Runs verifications over a build folder: what `verify` and the tests do.
public struct VerificationRun: Sendable {
  /// What a real tool said.
  public enum Outcome: Sendable, Hashable {
    /// The tool found nothing wrong.
    case accepted
    /// The tool found something wrong, and said this.
    case refused(String)
    /// The tool could not be asked, with what to do about it.
    case impossible(String)
  }

  /// The build folder.
  public var folder: String
  /// Where programs are looked for, as in the environment variable `PATH`.
  public var path: String
  /// Further environment variables of the calls.
  public var environment: [String: String]

  /// Prepares to verify a build folder.
  ///
  /// - Parameters:
  ///   - folder: The build folder.
  ///   - path: Where programs are looked for; as in the environment unless said otherwise.
  ///   - environment: Further environment variables of the calls.
  public init(_ folder: String, path: String? = nil, environment: [String: String] = [:]) {
    self.folder = folder
    self.path = path ?? ProcessInfo.processInfo.environment["PATH"] ?? "/usr/sbin:/usr/bin:/sbin:/bin"
    self.environment = environment
  }

  /// Asks the real tool.
  ///
  /// A tool that is not there is an answer of its own, never a silent yes.
  public func outcome(of verification: Verification) async -> Outcome {
    if let problem = obstacle(to: verification) { return .impossible(problem) }
    let scratch = FileManager.default.temporaryDirectory.appendingPathComponent("rackbook-verify-\(UUID().uuidString)")
    do {
      try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(at: scratch) }
      return try await call(verification.script, scratch: scratch.path)
    } catch {
      return .impossible("The call could not be made: \(error)")
    }
  }

  private func call(_ script: String, scratch: String) async throws -> Outcome {
    var variables: [Subprocess.Environment.Key: String?] = ["PATH": path, "SCRATCH": scratch]
    for (name, value) in environment { variables[Subprocess.Environment.Key(stringLiteral: name)] = value }
    let result = try await run(
      .name("bash"), arguments: ["-euo", "pipefail", "-c", script],
      environment: .inherit.updating(variables),
      workingDirectory: FilePath(folder), output: .string(limit: 1 << 24), error: .combinedWithOutput)
    return result.terminationStatus.isSuccess ? .accepted : .refused(result.standardOutput)
  }

  private func obstacle(to verification: Verification) -> String? {
    let missing = verification.tools.filter { !isInstalled($0.program) }
    if !missing.isEmpty {
      return missing.map { "'\($0.program)' is not installed: it comes with \($0.package)." }.joined(separator: " ")
    }
    if verification.needsRoot && geteuid() != 0 { return "It makes namespaces, so it must be run by root." }
    return nil
  }

  private func isInstalled(_ program: String) -> Bool {
    path.split(separator: ":").contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(program)") }
  }
}
