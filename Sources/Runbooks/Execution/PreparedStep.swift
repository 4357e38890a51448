/// A step with nothing left open: exactly what is shown and run.
struct PreparedStep: Sendable, Hashable {
  enum Action: Sendable, Hashable {
    case script(PreparedScript)
    case manual(String)
    case confirm(String)
  }

  var id: String
  var title: String
  var note: String
  var action: Action
  var check: PreparedScript?
}

/// A script with nothing left open.
struct PreparedScript: Sendable, Hashable {
  var text: String
  var host: String?
  var user: String?
  var timeoutMilliseconds: Int?
  var usesTerminal: Bool
  var secrets: [String]

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
