import Subprocess

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The compiler of this toolchain, used on single files against the modules that were just built.
enum SwiftCompiler {
  /// The package's folder.
  static let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// Where the files stand that must not compile.
  static let misuse = package.appending(path: "Tests/Misuse")

  #if DEBUG
    private static let modules = package.appending(path: ".build/debug/Modules")
  #else
    private static let modules = package.appending(path: ".build/release/Modules")
  #endif

  /// Compares what the compiler says about a file, read together with the prelude, with what the file expects.
  ///
  /// Gives nothing when they agree, and otherwise the compiler's account of the difference. The whole module is one
  /// process (`-wmo`): otherwise each process would miss the other's expectations.
  static func disagreement(about file: URL) async throws -> String? {
    let result = try await run(
      .name("swiftc"),
      arguments: [
        "-typecheck", "-wmo", "-parse-as-library", "-swift-version", "6",
        "-enable-upcoming-feature", "ExistentialAny", "-enable-upcoming-feature", "MemberImportVisibility",
        "-I", modules.path(), "-Xfrontend", "-verify", "-Xfrontend", "-verify-ignore-unrelated",
        misuse.appending(path: "Prelude.swift").path(), file.path(),
      ],
      output: .string(limit: 1 << 20), error: .string(limit: 1 << 20))
    return result.terminationStatus.isSuccess ? nil : result.standardOutput + result.standardError
  }
}
