import Blueprint
import Documents
import Foundation
import Rackbook
import Testing

@Suite("Running a verification")
struct VerificationRunTests {
  private func outcome(
    _ script: String, tools: [Verification.Tool] = [], environment: [String: String] = [:]
  ) async throws -> VerificationRun.Outcome {
    try await Tree([Artifact("a file", PrintedText("content\n"))])
      .outcome(of: Verification("trial", tools: tools, script: script), environment: environment)
  }

  @Test("it runs in the build folder, and a script that ends well has accepted")
  func accepts() async throws {
    #expect(try await outcome("grep --quiet content 'a file'") == .accepted)
  }

  @Test(
    "a script that fails anywhere has refused, with both its outputs",
    arguments: [
      "echo one; echo two >&2; false; echo three", "echo one; echo two >&2; false | true",
      "echo one; echo two >&2; exit 7", "echo one; echo two >&2; kill -9 $$",
    ])
  func refuses(script: String) async throws {
    #expect(try await outcome(script) == .refused("one\ntwo\n"))
  }

  @Test("a tool that is not there is named with its package, and is no yes")
  func missing() async throws {
    let outcome = try await outcome("true", tools: [.init("no-such-tool", from: "the package no-such")])
    #expect(outcome == .impossible("'no-such-tool' is not installed: it comes with the package no-such."))
  }

  @Test("a build folder that is not there is no yes")
  func noFolder() async {
    let outcome = await VerificationRun("/no/such/folder").outcome(of: Verification("trial", tools: [], script: "true"))
    guard case .impossible = outcome else {
      Issue.record("it said: \(outcome)")
      return
    }
  }

  @Test("its scratch folder is empty at first and gone afterwards")
  func scratch() async throws {
    guard
      case .refused(let printed) = try await outcome(
        "ls -A \"$SCRATCH\"; echo \"$SCRATCH\"; touch \"$SCRATCH/x\"; false")
    else {
      Issue.record("the script did not fail")
      return
    }
    let folder = printed.trimmingCharacters(in: .newlines)
    #expect(folder.hasPrefix("/"))
    #expect(!FileManager.default.fileExists(atPath: folder))
  }

  @Test("variables reach the script as they are", arguments: ["plain", "with 'quotes' and $signs", "two\nlines"])
  func variables(value: String) async throws {
    #expect(try await outcome("printf %s \"$GIVEN\"; false", environment: ["GIVEN": value]) == .refused(value))
  }
}
