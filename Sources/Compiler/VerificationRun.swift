import Blueprint
import Emitters
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

/// How every tool checks its files.
public func verifications(of blueprint: Blueprint) -> [Verification] {
  emitters.flatMap { $0.verifications(of: blueprint) }
}

/// Runs real tools over a build folder.
public struct VerificationRun: Sendable {
  /// What one call said.
  public struct Result: Sendable {
    /// The call.
    public let verification: Verification
    /// Whether the tool said yes. A tool that is missing says no.
    public let passed: Bool
    /// What the tool printed, or what is missing.
    public let output: String

    /// One line for people.
    public var line: String { "\(passed ? "ok    " : "FAILED") \(verification.title)" }
  }

  /// The most that is kept of what a tool prints, in bytes.
  static let outputLimit = 1 << 20

  /// The folder that was built.
  public let folder: String

  /// Prepares calls.
  ///
  /// - Parameter folder: The folder that was built.
  public init(folder: String) {
    self.folder = folder
  }

  /// Makes one call.
  public func run(_ verification: Verification) async -> Result {
    let missing = verification.tools.filter { !Self.isInstalled($0.program) }
    guard missing.isEmpty else {
      let list = missing.map { "\($0.program) is not installed (package \($0.package))" }
      return Result(verification: verification, passed: false, output: list.joined(separator: "\n"))
    }
    if verification.needsRoot, geteuid() != 0 {
      return Result(verification: verification, passed: false, output: "this call makes a namespace: run it as root")
    }
    let script = """
      SCRATCH=$(mktemp -d); export SCRATCH
      trap 'rm -rf "$SCRATCH"' EXIT
      \(verification.script)
      """
    do {
      let outcome = try await Subprocess.run(
        .path("/bin/bash"), arguments: ["-euo", "pipefail", "-c", script], workingDirectory: FilePath(folder),
        output: .bytes(limit: Self.outputLimit), error: .combinedWithOutput)
      let output = String(decoding: outcome.standardOutput, as: UTF8.self)
      return Result(verification: verification, passed: outcome.terminationStatus.isSuccess, output: output)
    } catch {
      return Result(verification: verification, passed: false, output: "\(error)")
    }
  }

  private static func isInstalled(_ program: String) -> Bool {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    return path.split(separator: ":").contains { access("\($0)/\(program)", X_OK) == 0 }
  }
}
