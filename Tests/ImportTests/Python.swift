import Subprocess
import Testing

/// Python's own parsers, as a second opinion.
enum Python {
  struct Failed: Error, CustomStringConvertible {
    let description: String
  }

  /// Runs a script with a document on its standard input; gives what it prints.
  static func run(_ script: String, on document: String) async throws -> String {
    let result = try await Subprocess.run(
      .name("python3"), arguments: ["-X", "utf8", "-c", script], input: .string(document),
      output: .string(limit: 1 << 26), error: .string(limit: 1 << 20))
    guard result.terminationStatus.isSuccess else { throw Failed(description: result.standardError) }
    return result.standardOutput
  }
}
