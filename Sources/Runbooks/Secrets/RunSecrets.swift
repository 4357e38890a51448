/// The values of a plan's secrets, read when a run begins and kept in memory only.
struct RunSecrets {
  /// Asks a person for a value without showing what is typed; nothing where nobody is there.
  typealias Prompt = @Sendable (_ name: String) async -> String?

  /// The environment: variables that hold secrets, and where Vault is.
  var environment: [String: String]
  /// How a person is asked.
  var prompt: Prompt

  /// Reads every secret from its source.
  ///
  /// - Parameter sources: Where each value comes from, by the secret's name.
  /// - Returns: The values by the names.
  /// - Throws: ``RunRefusal`` with every secret that cannot be read, or be kept out of the output.
  func read(_ sources: [String: SecretSource]) async throws -> [String: String] {
    var values: [String: String] = [:]
    var problems: [String] = []
    for (name, source) in sources.sorted(by: { $0.key < $1.key }) {
      do {
        let value = try await read(source, for: name)
        if let problem = Self.problem(with: value) { problems.append("the secret '\(name)' \(problem)") }
        values[name] = value
      } catch {
        problems.append("the secret '\(name)' cannot be read: \(error)")
      }
    }
    guard problems.isEmpty else { throw RunRefusal(reasons: problems) }
    return values
  }

  private func read(_ source: SecretSource, for name: String) async throws -> String {
    switch source {
    case .environment:
      guard let value = environment[name], !value.isEmpty else {
        throw RunRefusal("the environment variable '\(name)' is not set")
      }
      return value
    case .file(let path): return try SecretFile.read(path)
    case .prompt:
      guard let value = await prompt(name) else { throw RunRefusal("nobody is there to be asked") }
      return value
    case .vault(let path, let field): return try await VaultClient(environment: environment).read(path, field: field)
    }
  }

  /// Why a value could not be kept out of the output.
  private static func problem(with value: String) -> String? {
    if value.utf8.count < Redactor.shortest {
      return "is too short to be kept out of the output: it has fewer than \(Redactor.shortest) bytes"
    }
    if value.utf8.count > Redactor.longest { return "is longer than \(Redactor.longest) bytes" }
    return value.utf8.contains(0) ? "holds a zero byte" : nil
  }
}
