import Hashing

// What a build left behind, for whoever compares or asks.
extension BuildFolder {
  /// The files that the manifest names, with their digests; none where nothing was built.
  ///
  /// - Throws: ``WriteFailure`` where the manifest cannot be read.
  func manifest() throws -> [String: String] { try oldManifest().files }

  /// The bytes of a file below the folder; nil where there is none.
  func bytes(of file: String) throws -> [UInt8]? {
    guard FileSystem.entry(at: "\(path)/\(file)") == .file else { return nil }
    return try FileSystem.bytes(of: "\(path)/\(file)")
  }

  /// Where the lines of every file come from.
  ///
  /// - Throws: ``PlanFailure`` where the map cannot be read.
  func sourceMap() throws -> [String: SourceMap.Runs] {
    guard let bytes = try bytes(of: SourceMap.fileName) else { return [:] }
    return try SourceMap.read(bytes)
  }

  /// The files of the manifest that are there and are not as it says, sorted: a build would refuse to replace them.
  func editedFiles() throws -> [String] {
    try manifest().filter { file, digest in try bytes(of: file).map { SHA256.hex(of: $0) != digest } ?? false }
      .keys.sorted()
  }
}
