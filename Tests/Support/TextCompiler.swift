import Subprocess

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Makes one program of texts: `swiftc` with the modules and objects of the build folder.
struct TextCompiler {
  /// The program's name in its folder.
  static let program = "texts"

  /// Where the files are written.
  let folder: URL

  private static let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  #if DEBUG
    private static let build = package.appending(path: ".build/debug")
  #else
    private static let build = package.appending(path: ".build/release")
  #endif

  /// Compiles texts.
  ///
  /// - Parameter texts: The texts.
  /// - Returns: The errors of those that the compiler refuses, by number; none where the program was made.
  /// - Throws: ``LabTexts/Failure`` where the compiler fails for a reason that is no text's.
  func errors(in texts: [WrappedText]) async throws -> [Int: [String]] {
    let sources = folder.appending(path: "sources")
    try? FileManager.default.removeItem(at: sources)
    try FileManager.default.createDirectory(at: sources, withIntermediateDirectories: true)
    var paths: [String] = [Self.package.appending(path: "Tests/Support/Program/Program.swift").path()]
    func write(_ text: String, as name: String) throws {
      let file = sources.appending(path: name)
      try Data(text.utf8).write(to: file)
      paths.append(file.path())
    }
    for text in texts {
      for file in text.files { try write(file.source, as: file.name) }
    }
    let labs = texts.map { "{ Text\($0.number).resolved }" }.joined(separator: ", ")
    try write(
      """
      import LabTexts; import Rackbook
      let labs: [@Sendable () -> ResolvedLab] = [\(labs)]
      \(texts.map(\.declaration).joined())
      """, as: "Labs.swift")
    let result = try await run(
      .name("swiftc"), arguments: Arguments(try await arguments(paths)), output: .string(limit: 1 << 24),
      error: .string(limit: 1 << 24))
    if result.terminationStatus.isSuccess { return [:] }
    let refused = Self.errors(result.standardError, in: texts)
    guard !refused.isEmpty else { throw LabTexts.Failure(description: result.standardError) }
    return refused
  }

  private func arguments(_ sources: [String]) async throws -> [String] {
    let objects = try String(
      contentsOf: Self.build.appending(path: "Mini.product/Objects.LinkFileList"), encoding: .utf8
    ).split(separator: "\n").map(String.init).filter { !$0.contains("/Mini.build/") }
    let own = Self.files(in: Self.build.appending(path: "LabTexts.build")).filter { $0.hasSuffix(".o") }
    let list = folder.appending(path: "objects")
    try Data((objects + own).joined(separator: "\n").utf8).write(to: list)
    let libraries = try await packageConfiguration("--libs")
    let headers = try await packageConfiguration("--cflags-only-I")
    return [
      "-parse-as-library", "-wmo", "-Onone", "-swift-version", "6", "-diagnostic-style", "llvm",
      "-enable-upcoming-feature", "ExistentialAny", "-enable-upcoming-feature", "MemberImportVisibility",
      "-suppress-warnings", "-module-name", "Lab", "-I", Self.build.appending(path: "Modules").path(),
    ] + (headers + Self.moduleMaps).flatMap { ["-Xcc", $0] } + sources + ["@\(list.path())"] + libraries
      + ["-o", folder.appending(path: Self.program).path()]
  }

  /// The flags of the libraries that the package takes from the system.
  private func packageConfiguration(_ flags: String) async throws -> [String] {
    let result = try await run(
      .name("pkg-config"), arguments: [flags, "libgvc", "libcmark-gfm", "libcrypto"], output: .string(limit: 1 << 16))
    return result.standardOutput.split { $0 == " " || $0 == "\n" }.map(String.init)
  }

  /// The modules in C, of this package and of those that it uses.
  private static var moduleMaps: [String] {
    let sources = files(in: package.appending(path: "Sources")).map { "\($0)/module.modulemap" }
    let built = files(in: build).map { "\($0)/module.modulemap" }
    let checkouts = files(in: package.appending(path: ".build/checkouts")).flatMap { checkout in
      files(in: URL(filePath: checkout).appending(path: "Sources")).map { "\($0)/include/module.modulemap" }
    }
    return (sources + built + checkouts).filter { FileManager.default.fileExists(atPath: $0) }
      .map { "-fmodule-map-file=\($0)" }
  }

  private static func files(in folder: URL) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []).sorted()
      .map { folder.appending(path: $0).path() }
  }

  /// The errors in a compiler's output by the text that they are in, as `line: message`.
  private static func errors(_ output: String, in texts: [WrappedText]) -> [Int: [String]] {
    let known = Set(texts.map(\.number))
    var errors: [Int: [String]] = [:]
    for match in output.matches(of: /(?m)\/sources\/(\d+)-[^:\n]*:(\d+):\d+: error: (.*)$/) {
      guard let number = Int(match.1), known.contains(number) else { continue }
      errors[number, default: []].append("\(match.2): \(match.3)")
    }
    return errors
  }
}
