import Blueprint
import Documents
import Hashing

/// What a build wrote: every path with the digest of its bytes; it is how the next build knows its own files.
struct Manifest: Codable, Equatable {
  /// The file's name in the build folder.
  static let fileName = "manifest.json"

  /// Which lab was built.
  var lab: String
  /// The SHA-256 of every file, by path below the build folder.
  var files: [String: String]

  init(lab: String, artifacts: [Artifact]) {
    self.lab = lab
    self.files = Dictionary(
      artifacts.map { ($0.path, SHA256.hex(of: $0.text.bytes)) }, uniquingKeysWith: { first, _ in first })
  }

  /// The manifest as it stands in the build folder.
  var printed: PrintedText {
    JSON.print([
      "madeBy": "rackbook",
      "lab": .string(lab),
      "files": .mapping(
        files.keys.sorted { $0.precedesInBytes($1) }.map { path in (path, files[path].map(Node.string)) }),
    ])
  }
}
