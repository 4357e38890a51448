import Blueprint
import Documents
import Foundation
import Rackbook
import Testing

/// The real tools as the tests call them: `scripts/install-test-tools` puts them there.
enum TestTools {
  /// The package's folder.
  static let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  static let folder = package.appending(path: ".build/test-tools")

  /// Prepares to verify a build folder with the tools of the tests.
  ///
  /// Terraform takes the stand-in of Tests/TerraformProvider for bpg/proxmox, and an inventory that Ansible cannot read
  /// is a failure, as it should be.
  static func run(in tree: URL, environment: [String: String] = [:]) -> VerificationRun {
    let inherited = ProcessInfo.processInfo.environment["PATH"] ?? ""
    var variables = [
      "TF_CLI_CONFIG_FILE": folder.appending(path: "terraform/mirror.tfrc").path,
      "ANSIBLE_INVENTORY_ANY_UNPARSED_IS_FAILED": "1",
      "ANSIBLE_INVENTORY_UNPARSED_FAILED": "1",
    ]
    variables.merge(environment) { $1 }
    return VerificationRun(
      tree.path, path: "\(folder.path)/bin:\(inherited):/usr/sbin:/sbin", environment: variables)
  }
}

/// A build folder of its own, removed when the last one lets go of it.
final class Tree: Sendable {
  let folder: URL

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

  deinit { try? FileManager.default.removeItem(at: folder) }
}
