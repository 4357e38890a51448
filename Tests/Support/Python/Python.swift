import Subprocess

/// Python's own parsers, as a second opinion.
public enum Python {
  /// A script ended with an error.
  public struct Failed: Error, CustomStringConvertible {
    /// What it printed.
    public let description: String
  }

  /// Runs a script with a document on its standard input.
  ///
  /// - Parameters:
  ///   - script: The text of the script.
  ///   - document: What stands on its standard input.
  /// - Returns: What it prints.
  /// - Throws: ``Failed`` where it ends with an error.
  public static func run(_ script: String, on document: String) async throws -> String {
    try await run(["-c", script], on: document)
  }

  /// Runs a script that stands in a file.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - arguments: Its arguments.
  /// - Returns: What it prints.
  /// - Throws: ``Failed`` where it ends with an error.
  public static func run(script path: String, _ arguments: [String]) async throws -> String {
    try await run(["-B", path] + arguments, on: "")
  }

  private static func run(_ arguments: [String], on document: String) async throws -> String {
    let result = try await Subprocess.run(
      .name("python3"), arguments: Arguments(["-X", "utf8"] + arguments), input: .string(document),
      output: .string(limit: 1 << 26), error: .string(limit: 1 << 20))
    guard result.terminationStatus.isSuccess else {
      throw Failed(description: result.standardError + result.standardOutput)
    }
    return result.standardOutput
  }
}
