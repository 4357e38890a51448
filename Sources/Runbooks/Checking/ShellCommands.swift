/// The simple commands of one line of a script, as far as that can be told without a shell: for advice, never for safety.
struct ShellCommands {
  private static let prefixes: Set<String> = [
    "if", "then", "elif", "else", "while", "until", "do", "!", "{", "time", "exec",
  ]

  /// The words of each command, assignments before it left out.
  private(set) var commands: [[String]] = []

  /// Reads a line.
  init(_ line: some StringProtocol) {
    var word = ""
    var words: [String] = []
    var quote: Character?
    func isEnd(_ character: Character) -> Bool { "|&;()`".contains(character) }
    func finish(_ words: inout [String], _ word: inout String, into commands: inout [[String]]) {
      if !word.isEmpty { words.append(word) }
      let command = words.drop { Self.prefixes.contains($0) || Self.isAssignment($0) }
      if !command.isEmpty { commands.append(Array(command)) }
      (words, word) = ([], "")
    }
    for character in line {
      if let open = quote {
        word.append(character)
        if character == open { quote = nil }
      } else if character == "'" || character == "\"" {
        word.append(character)
        quote = character
      } else if character == "#", word.isEmpty {
        break
      } else if isEnd(character) {
        finish(&words, &word, into: &commands)
      } else if character == " " || character == "\t" {
        if !word.isEmpty { words.append(word) }
        word = ""
      } else {
        word.append(character)
      }
    }
    finish(&words, &word, into: &commands)
  }

  private static func isAssignment(_ word: String) -> Bool {
    guard let equals = word.firstIndex(of: "=") else { return false }
    return Name.isVariable(word[..<equals])
  }
}
