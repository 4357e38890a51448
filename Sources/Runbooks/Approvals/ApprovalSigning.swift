import Hashing
import Subprocess

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Approves a request with a person's own SSH key.
public struct ApprovalSigning: Sendable {
  /// The request's file.
  public let path: String
  /// What is asked.
  public let request: ApprovalRequest

  /// Reads a request, which anybody may have written.
  ///
  /// - Throws: ``RunRefusal`` for a file that is no request, ``FileFailure``.
  public init(_ path: String) throws {
    self.path = path
    request = try ApprovalRequest(file: path)
  }

  /// What is asked, line by line, safe to be shown.
  public var lines: [String] {
    [
      "To approve: \(request.text)", "Step \(request.step) of \(request.runbook), run \(request.run)",
      "Run by \(request.by), version \(request.by.version)",
      "Plan \(request.closure.plan)", "Journal so far: \(request.records) lines, head \(request.head)",
      "Needs \(request.quorum), until \(request.expires)",
    ].map { line in String(String.UnicodeScalarView(line.unicodeScalars.map { Name.isControl($0) ? "?" : $0 })) }
  }

  /// Signs the request; `ssh-keygen` asks for a passphrase itself.
  ///
  /// - Parameters:
  ///   - key: The private key's file, or the public key's of one in the agent.
  ///   - comment: What the person says to it.
  /// - Returns: The approval's two files, which belong beside the request.
  /// - Throws: ``RunRefusal`` if it is not signed, ``FileFailure``.
  public func sign(with key: String, comment: String) async throws -> [String] {
    let statement = ApprovalStatement(to: request, comment: comment).bytes
    let mark = SHA256.hex(of: statement + Array(key.utf8)).prefix(8)
    let stem = path.hasSuffix(".json") ? String(path.dropLast(5)) : path
    let file = "\(stem).\(mark)\(ApprovalStatement.fileEnd)"
    guard FileManager.default.createFile(atPath: file, contents: Data(statement)) else {
      throw FileFailure(path: file, action: "make")
    }
    try? FileManager.default.removeItem(atPath: "\(file).sig")
    let result = try await Subprocess.run(
      .name("ssh-keygen"), arguments: ["-Y", "sign", "-f", key, "-n", ApprovalStatement.namespace, file],
      input: .currentStandardInput, output: .discarded, error: .currentStandardError)
    guard result.terminationStatus.isSuccess else { throw RunRefusal("'\(file)' was not signed") }
    return [file, "\(file).sig"]
  }
}
