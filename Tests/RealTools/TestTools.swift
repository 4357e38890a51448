import Foundation

/// The real tools as the tests call them: `scripts/install-test-tools` puts them there.
enum TestTools {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: ".build/test-tools")

  /// Where programs are looked for: the tests' own Python programs first.
  static var path: String {
    let inherited = ProcessInfo.processInfo.environment["PATH"] ?? ""
    return "\(folder.path)/bin:\(inherited):/usr/sbin:/sbin"
  }

  /// Terraform takes the stand-in of Tests/TerraformProvider for bpg/proxmox.
  static var environment: [String: String] {
    ["TF_CLI_CONFIG_FILE": folder.appending(path: "terraform/mirror.tfrc").path]
  }
}
