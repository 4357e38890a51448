/// The words of a script that look like programs: the first one of each line.
///
/// A guess, and told as one: a function or an alias looks the same.
enum ScriptWords {
  /// The programs, each once, in order.
  static func programs(of script: String) -> [String] {
    var found: [String] = []
    var end: Substring?
    for line in script.split(separator: "\n") {
      if let marker = end {
        if line.trimmed == marker { end = nil }
        continue
      }
      if let open = line.firstRange(of: "<<") {
        end = line[open.upperBound...].drop { "-'\" ".contains($0) }.prefix { $0.isLetter || $0 == "_" }
        if end?.isEmpty == true { end = nil }
      }
      let word = String(line.trimmed.prefix { $0 != " " && $0 != ";" })
      if isProgram(word), word.first?.isLowercase == true, !ofTheShell.contains(word), !found.contains(word) {
        found.append(word)
      }
    }
    return found
  }

  /// Whether a word can be a program's name or path, and nothing that a shell reads in another way.
  static func isProgram(_ word: String) -> Bool {
    !word.isEmpty && word.first != "-"
      && word.unicodeScalars.allSatisfy { scalar in
        ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || ("0"..."9").contains(scalar)
          || "._+/-".unicodeScalars.contains(scalar)
      }
  }

  private static let ofTheShell: Set<String> = [
    "alias", "bg", "break", "case", "cd", "command", "continue", "declare", "do", "done", "echo", "elif", "else",
    "esac",
    "eval", "exec", "exit", "export", "false", "fg", "fi", "for", "function", "getopts", "hash", "if", "in", "jobs",
    "kill", "let", "local", "mapfile", "popd", "printf", "pushd", "pwd", "read", "readarray", "readonly", "return",
    "select", "set", "shift", "shopt", "source", "test", "then", "time", "times", "trap", "true", "type", "typeset",
    "ulimit", "umask", "unset", "until", "wait", "while",
  ]
}
