import Subprocess

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Compiles labs that are given as text against the modules that were just built, runs them, and tells what came of it.
public enum LabTexts {
  /// Compiles all texts as one Swift module and evaluates each in a process of its own.
  ///
  /// - Parameter texts: The texts.
  /// - Returns: An outcome for each, in their order.
  /// - Throws: ``Failure`` where the compiler fails for a reason that is no text's.
  public static func outcomes(of texts: [LabText]) async throws -> [LabTextOutcome] {
    let folder = FileManager.default.temporaryDirectory.appending(path: "LabTexts-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var wrapped = texts.enumerated().map { WrappedText(text: $1, number: $0) }
    var outcomes = [LabTextOutcome](repeating: .crashed("not run"), count: texts.count)
    // What does not compile is taken out, and the rest is compiled again; more than one round is needed where an error
    // is found only after those of an earlier phase of the compiler are gone.
    while !wrapped.isEmpty {
      let refused = try await TextCompiler(folder: folder).errors(in: wrapped)
      if refused.isEmpty { break }
      for (number, errors) in refused { outcomes[number] = .refused(errors) }
      wrapped.removeAll { refused[$0.number] != nil }
    }
    try await withThrowingTaskGroup(of: (Int, LabTextOutcome).self) { group in
      for (position, text) in wrapped.enumerated() {
        if position >= 4, let (number, outcome) = try await group.next() { outcomes[number] = outcome }
        group.addTask { (text.number, try await evaluate(text.text, at: position, in: folder)) }
      }
      for try await (number, outcome) in group { outcomes[number] = outcome }
    }
    return outcomes
  }

  /// The compiler failed for a reason that is no text's.
  public struct Failure: Error, CustomStringConvertible {
    /// What it printed.
    public let description: String
  }

  private static func evaluate(_ text: LabText, at position: Int, in folder: URL) async throws -> LabTextOutcome {
    let runbooks = String(decoding: try JSONEncoder().encode(text.runbooks), as: UTF8.self)
    let result = try await run(
      .name("env"), arguments: [folder.appending(path: TextCompiler.program).path(), "\(position)"],
      input: .string(runbooks), output: .string(limit: 1 << 26), error: .string(limit: 1 << 20))
    let printed = result.standardOutput
    guard result.terminationStatus.isSuccess,
      let lab = try? JSONDecoder().decode(CompiledLab.self, from: Data(printed.utf8))
    else { return .crashed("\(result.terminationStatus): \(result.standardError)") }
    return .compiled(lab)
  }
}
