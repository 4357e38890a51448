/// Splits a line of a command into words, without any shell: blanks part words, quotes keep blanks, placeholders stay whole.
struct Words {
  /// A word and the source line it stands on.
  struct Word: Equatable {
    var text: String
    var line: Int
    /// Whether a part of it stood in quotes.
    var isQuoted = false
  }

  /// The words, in order.
  private(set) var words: [Word] = []
  /// The line of a quote that is not closed.
  private(set) var openQuote: Int?

  /// Reads a text that begins at a line of its file.
  init(_ text: String, firstLine: Int) {
    var line = firstLine
    var word: Word?
    var quote: Character?
    var rest = text[...]
    while let next = rest.first {
      if rest.hasPrefix("{{"), let close = rest.firstRange(of: "}}"), !rest[..<close.lowerBound].contains("\n") {
        word = word ?? Word(text: "", line: line)
        word?.text += rest[..<close.upperBound]
        rest = rest[close.upperBound...]
        continue
      }
      rest = rest.dropFirst()
      if let open = quote {
        if next == open { quote = nil } else { word?.text.append(next) }
      } else if next == "\"" || next == "'" {
        word = word ?? Word(text: "", line: line)
        word?.isQuoted = true
        quote = next
      } else if next.isWhitespace {
        word.map { words.append($0) }
        word = nil
      } else {
        word = word ?? Word(text: "", line: line)
        word?.text.append(next)
      }
      if next == "\n" { line += 1 }
    }
    if quote != nil { openQuote = word?.line }
    word.map { words.append($0) }
  }
}
