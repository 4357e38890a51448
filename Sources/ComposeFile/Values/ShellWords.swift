/// Splits a command as a POSIX shell splits words: blanks part them, quotes and backslashes keep them together.
enum ShellWords {
  /// The words; nil where a quote is not closed.
  static func split(_ text: String) -> [String]? {
    var words: [String] = []
    var word: String?
    var quote: Character?
    var characters = text.makeIterator()
    while let character = characters.next() {
      switch (quote, character) {
      case ("'", "'"), ("\"", "\""): quote = nil
      case ("'", _): word = (word ?? "") + String(character)
      case ("\"", "\\"):
        guard let next = characters.next() else { return nil }
        word = (word ?? "") + ("\"\\$`".contains(next) ? "" : "\\") + String(next)
      case ("\"", _): word = (word ?? "") + String(character)
      case (_, "'"), (_, "\""):
        quote = character
        word = word ?? ""
      case (_, "\\"):
        if let next = characters.next() { word = (word ?? "") + String(next) }
      case (_, " "), (_, "\t"), (_, "\n"), (_, "\r"):
        if let done = word { words.append(done) }
        word = nil
      default: word = (word ?? "") + String(character)
      }
    }
    guard quote == nil else { return nil }
    if let done = word { words.append(done) }
    return words
  }
}
