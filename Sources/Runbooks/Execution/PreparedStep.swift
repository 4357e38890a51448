/// A step with nothing left open: exactly what is shown and run.
typealias PreparedStep = Step<String>

extension Work<String> {
  /// What is carried out, as a person would type it.
  var shown: String {
    switch kind {
    case .script(let text): text
    case .command(let words): Self.line(words)
    case .copy(let copy): Self.line(["copy", copy.source, copy.destination])
    case .kubectl(let call): Self.line(["kubectl"] + call.arguments)
    case .helm(let call): Self.line(["helm"] + call.arguments)
    case .request(let request): "\(request.method) \(request.url)"
    }
  }

  private static func line(_ words: [String]) -> String {
    words.map { ShellWriter.isPlain($0) && !$0.isEmpty ? $0 : ShellWriter.quoted($0) }.joined(separator: " ")
  }

  /// Where and how it runs: `on km01 as root, at most 1m, with VAULT_TOKEN`; empty for a plain local script.
  var circumstances: String {
    var parts: [String] = []
    if let host { parts.append("on \(host)" + (user.map { " as \($0)" } ?? "")) }
    if let timeoutMilliseconds { parts.append("at most \(Milliseconds.describe(timeoutMilliseconds))") }
    if !secrets.isEmpty { parts.append("with \(secrets.joined(separator: ", "))") }
    if usesTerminal { parts.append("on this terminal") }
    return parts.joined(separator: ", ")
  }
}
