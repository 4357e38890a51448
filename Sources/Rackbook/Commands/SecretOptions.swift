import ArgumentParser
import Runbooks

/// Where secrets come from instead of where a runbook says.
struct SecretOptions: ParsableArguments {
  @Option(help: "Where a secret comes from instead, NAME=SOURCE: env, file:PATH, prompt or vault:PATH#FIELD.")
  var secretFrom: [String] = []

  func validate() throws {
    for pair in secretFrom where Self.source(pair) == nil {
      throw ValidationError("'\(pair)' is not NAME=SOURCE, with a source of env, file:PATH, prompt or vault:PATH#FIELD")
    }
  }

  /// The sources by the secrets' names; the last one counts.
  var sources: [String: SecretSource] { Dictionary(secretFrom.compactMap(Self.source)) { $1 } }

  private static func source(_ pair: String) -> (String, SecretSource)? {
    guard let mark = pair.firstIndex(of: "="), mark != pair.startIndex else { return nil }
    return SecretSource(words: String(pair[pair.index(after: mark)...])).map { (String(pair[..<mark]), $0) }
  }
}
