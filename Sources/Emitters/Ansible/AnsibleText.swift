/// Text as Ansible reads it: nearly every string is a Jinja template.
enum AnsibleText {
  /// A string that means exactly this text.
  static func literal(_ text: String) -> String {
    let opens = ["{{", "{%", "{#"].contains { text.contains($0) }
    return opens ? "{{ \(quoted(text)) }}" : text
  }

  /// A string inside an expression.
  static func quoted(_ text: String) -> String {
    var quoted = "'"
    for scalar in text.unicodeScalars {
      switch scalar {
      case "'", "\\": quoted += "\\" + String(scalar)
      case "\n": quoted += "\\n"
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "'"
  }

  /// A word for a variable: lower-case letters, digits, underscores.
  static func identifier(_ text: String) -> String {
    String(text.lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })
  }
}
