/// A step with nothing left open: exactly what is shown and run.
typealias PreparedStep = Step<String>

extension Work<String> {
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
