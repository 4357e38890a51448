extension SecretSource {
  /// Reads a source from a command line: `env`, `file:PATH`, `prompt`, or `vault:PATH#FIELD`.
  ///
  /// - Parameter words: The source as typed.
  public init?(words: String) {
    let parts = words.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    switch (parts[0], parts.count > 1 ? parts[1] : nil) {
    case ("env", nil): self = .environment
    case ("prompt", nil): self = .prompt
    case ("file", let path?) where !path.isEmpty: self = .file(path)
    case ("vault", let place?):
      guard let mark = place.lastIndex(of: "#") else { return nil }
      let field = String(place[place.index(after: mark)...])
      if mark == place.startIndex || field.isEmpty { return nil }
      self = .vault(path: String(place[..<mark]), field: field)
    default: return nil
    }
  }
}
