import Blueprint
import Documents
import Foundation
import Rackbook

/// A build folder of its own, removed when the last one lets go of it.
final class Tree: Sendable {
  let folder: URL

  /// Writes files into it.
  init(_ artifacts: [Artifact]) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "rackbook-tree-\(UUID().uuidString)")
    for artifact in artifacts {
      let file = folder.appending(path: artifact.path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(artifact.text.bytes).write(to: file)
      if artifact.isExecutable {
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
      }
    }
  }

  /// Copies another one.
  init(copying tree: Tree) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "rackbook-tree-\(UUID().uuidString)")
    try FileManager.default.copyItem(at: tree.folder, to: folder)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// The bytes of one of its files.
  func data(_ path: String) throws -> Data { try Data(contentsOf: folder.appending(path: path)) }

  /// What a real tool says to it.
  func outcome(of verification: Verification, environment: [String: String] = [:]) async -> VerificationRun.Outcome {
    let variables = TestTools.environment.merging(environment) { $1 }
    return await VerificationRun(folder.path, path: TestTools.path, environment: variables).outcome(of: verification)
  }
}
