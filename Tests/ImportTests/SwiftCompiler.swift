import Subprocess

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The compiler and the formatter of this toolchain, used on imported sources.
enum SwiftCompiler {
  static let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  #if DEBUG
    private static let modules = package.appending(path: ".build/debug/Modules")
  #else
    private static let modules = package.appending(path: ".build/release/Modules")
  #endif

  /// What the compiler says about sources that are one lab; empty where they compile.
  static func complaints(about sources: [(name: String, text: String)]) async throws -> String {
    try await inFolder(of: sources) { files in
      var arguments = [
        "-typecheck", "-parse-as-library", "-swift-version", "6", "-enable-upcoming-feature", "ExistentialAny",
        "-enable-upcoming-feature", "MemberImportVisibility", "-module-name", "ImportedLab", "-I", modules.path(),
      ]
      for module in ["GraphvizShim", "CFileSystem", "CShippedFiles"] {
        let map = modules.deletingLastPathComponent().appending(path: "\(module).build/module.modulemap")
        arguments += ["-Xcc", "-fmodule-map-file=\(map.path())"]
      }
      for headers in ["swift-system/Sources/CSystem/include", "swift-subprocess/Sources/_SubprocessCShims/include"] {
        arguments += ["-Xcc", "-I\(package.appending(path: ".build/checkouts/\(headers)").path())"]
      }
      for folder in ["CMarkGFM", "CGraphviz", "CCrypto"] {
        arguments += ["-Xcc", "-I\(package.appending(path: "Sources/\(folder)").path())"]
      }
      return try await run("swiftc", arguments + files)
    }
  }

  /// What the formatter would do differently; empty where it would leave the sources alone.
  static func formattingComplaints(about sources: [(name: String, text: String)]) async throws -> String {
    try await inFolder(of: sources) { files in
      let configuration = package.appending(path: ".swift-format").path()
      return try await run("swift", ["format", "lint", "--strict", "--configuration", configuration] + files)
    }
  }

  private static func inFolder(
    of sources: [(name: String, text: String)], _ body: ([String]) async throws -> String
  ) async throws -> String {
    let folder = FileManager.default.temporaryDirectory.appending(path: "import-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var files: [String] = []
    for source in sources {
      let file = folder.appending(path: source.name)
      try Data(source.text.utf8).write(to: file)
      files.append(file.path())
    }
    return try await body(files)
  }

  private static func run(_ command: String, _ arguments: [String]) async throws -> String {
    let result = try await Subprocess.run(
      .name(command), arguments: Arguments(arguments), output: .string(limit: 1 << 20), error: .string(limit: 1 << 20))
    guard !result.terminationStatus.isSuccess else { return "" }
    return "\(result.terminationStatus)\n" + result.standardOutput + result.standardError
  }
}
