import Blueprint
import Compiler
import Diagnostics
import Documents
import LabModel

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What the program that is made from texts does: it evaluates one of its labs and prints what became of it as JSON.
public enum LabTextProgram {
  /// The lab of things among the values that a text declares.
  public static func lab(of values: [Any]) -> ResolvedLab {
    let things = values.flatMap { ($0 as? [any Component]) ?? ($0 as? any Component).map { [$0] } ?? [] }
    return ResolvedLab(name: "example", domain: "lab.example", listed: things)
  }

  /// Evaluates the lab whose number is the first argument, with the runbooks that are a line of JSON in standard input.
  ///
  /// - Parameter labs: The labs of the program.
  /// - Throws: Where standard input is no JSON.
  public static func run(_ labs: [@Sendable () -> ResolvedLab]) throws {
    // Values that wait for each other for ever are ended by the system.
    alarm(60)
    guard let number = CommandLine.arguments.dropFirst().first.flatMap({ Int($0) }), labs.indices.contains(number)
    else { exit(64) }
    let runbooks = try JSONDecoder().decode([String: String].self, from: Data((readLine() ?? "{}").utf8))
    let compilation = compile(
      labs[number](),
      runbooks: runbooks.sorted { $0.key < $1.key }.map { RunbookFile($0.key, Array($0.value.utf8)) },
      withPortal: false)
    let lab = CompiledLab(
      things: compilation.lab.things.map(\.id), diagnostics: compilation.diagnostics + written(compilation),
      artifacts: Dictionary(
        compilation.artifacts.map { ($0.path, String(decoding: $0.text.bytes, as: UTF8.self)) },
        uniquingKeysWith: { first, _ in first }))
    print(String(decoding: try JSONEncoder().encode(lab), as: UTF8.self))
  }

  /// What there is to say when the files are written, which is done in a folder that is removed again.
  private static func written(_ compilation: Compilation) -> [Diagnostic] {
    let folder = FileManager.default.temporaryDirectory.appending(path: "LabTexts-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    do {
      _ = try BuildFolder("\(folder.path())/build").write(compilation.artifacts, lab: compilation.lab.name)
      return []
    } catch {
      return error.diagnostics
    }
  }
}
