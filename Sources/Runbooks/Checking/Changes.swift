/// Words that change something, as far as that can be told from a text.
enum Changes {
  private static let programs: Set<String> = [
    "rm", "rmdir", "mv", "cp", "mkdir", "touch", "tee", "truncate", "dd", "kill", "pkill", "reboot", "shutdown",
    "poweroff", "mkfs", "chmod", "chown", "ln", "install",
  ]
  private static let verbs: [String: Set<String>] = [
    "systemctl": ["start", "stop", "restart", "reload", "enable", "disable", "mask", "unmask"],
    "kubectl": [
      "apply", "create", "delete", "drain", "cordon", "uncordon", "patch", "scale", "edit", "replace", "label",
      "annotate",
      "taint", "run", "set",
    ],
    "helm": ["install", "upgrade", "uninstall", "rollback"],
    "docker": ["run", "start", "stop", "restart", "rm", "kill", "pull"],
    "apt-get": ["install", "remove", "upgrade", "purge"],
  ]
  private static let methods: Set<String> = ["POST", "PUT", "PATCH", "DELETE"]

  /// The first word of a work that changes something, with its line; nothing where none is known to.
  static func first(in work: Work<Template>) -> (word: String, line: Int)? {
    switch work.kind {
    case .script(let text): return first(inScript: text.source, line: work.line + 1)
    case .command(let words): return first(in: words.map(\.source)).map { ($0, work.line) }
    case .kubectl(let call): return verb(of: "kubectl", in: call.arguments.map(\.source)).map { ($0, work.line) }
    case .helm(let call): return verb(of: "helm", in: call.arguments.map(\.source)).map { ($0, work.line) }
    case .copy: return ("copy", work.line)
    case .request(let request): return methods.contains(request.method) ? (request.method, work.line) : nil
    }
  }

  private static func first(inScript text: String, line: Int) -> (word: String, line: Int)? {
    for (offset, text) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      for command in ShellCommands(text).commands {
        if let word = first(in: command) { return (word, line + offset) }
      }
    }
    return nil
  }

  private static func first(in words: [String]) -> String? {
    let words = Array(words.drop { $0 == "sudo" || $0 == "env" })
    guard let program = words.first?.split(separator: "/").last.map(String.init) else { return nil }
    if programs.contains(program) { return program }
    return verb(of: program, in: Array(words.dropFirst()))
  }

  private static func verb(of program: String, in words: [String]) -> String? {
    guard let verbs = verbs[program], let verb = words.first(where: { !$0.hasPrefix("-") }), verbs.contains(verb) else {
      return nil
    }
    return "\(program) \(verb)"
  }
}
