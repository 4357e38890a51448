import Diagnostics
import Hashing
import LabModel

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What a build read, what it left in its folder, and what it said: with it, the next build can see that nothing has
/// changed, without compiling the lab.
///
/// It stands beside the build folder, not in it: it holds times and inode numbers, and the folder is the same to the byte
/// wherever it is made. A stamp that cannot be read is no stamp.
public struct BuildStamp: Codable, Sendable {
  /// What the build read, as ``BuildInputs`` gives it.
  var inputs: String
  /// The files of the lab's folder that were copied, each as it looked.
  var copied: [String: String]
  /// What the build folder looked like when the build was done.
  var tree: String
  /// How many files there are.
  public var files: Int
  /// What the build said of raw documents, patches and files of one's own; empty where there are none.
  public var hatches: String
  /// What the build said.
  public var diagnostics: [Diagnostic]
}

extension BuildFolder {
  private var stampPath: String { "\(path).rackbook-stamp" }

  /// What the last build said, where it read what is to be read now and nobody has touched its folder since.
  ///
  /// - Parameter inputs: What a build would read.
  /// - Returns: The stamp of the last build; nil where the lab must be compiled.
  public func unchanged(since inputs: BuildInputs) -> BuildStamp? {
    guard let bytes = try? FileSystem.bytes(of: stampPath),
      let stamp = try? JSONDecoder().decode(BuildStamp.self, from: Data(bytes)),
      stamp.inputs == inputs.digest,
      stamp.copied.allSatisfy({ FileState.text(of: "\(inputs.folder.path)/\($0.key)") == $0.value }),
      let tree = try? treeDigest(), stamp.tree == tree
    else { return nil }
    return stamp
  }

  /// Remembers a build that was just written; where that fails, the next build compiles the lab again.
  ///
  /// - Parameters:
  ///   - inputs: What the build read, taken before it was read.
  ///   - compilation: What was written.
  ///   - files: How many files that made.
  public func remember(_ inputs: BuildInputs, _ compilation: Compilation, files: Int) {
    guard let tree = try? treeDigest() else { return }
    let hatches = compilation.hatches
    let copied = compilation.lab.all(ExtraFile.self).compactMap(\.copiedFrom)
    let stamp = BuildStamp(
      inputs: inputs.digest,
      copied: Dictionary(
        copied.map { ($0, FileState.text(of: "\(inputs.folder.path)/\($0)")) }, uniquingKeysWith: { first, _ in first }),
      tree: tree, files: files,
      hatches: hatches.isEmpty ? "" : "\(hatches)", diagnostics: compilation.diagnostics)
    guard let data = try? JSONEncoder().encode(stamp) else { return }
    try? FileSystem.remove(stampPath)
    try? FileSystem.write(Array(data), to: stampPath, mode: 0o644)
  }

  /// A digest of names, sizes, times and inode numbers of everything in the folder: whoever writes to a file changes its
  /// time of change, which no program can set.
  private func treeDigest() throws -> String { SHA256.hex(of: try FileState.bytes(below: path)) }
}
