/// Text as it is read aloud: sentences without quotes, brackets and arrows.
enum Narration {
  /// A phrase without the signs that a voice would stumble over, and with a full stop.
  static func sentence(_ phrase: String) -> String {
    var spoken = ""
    var rest = PrintableText.line(phrase.replacing(" -> ", with: ", then ").replacing("\n", with: " "))[...]
    while let character = rest.popFirst() {
      switch character {
      // An apostrophe inside of a word is no quote.
      case "'" where spoken.last?.isLetter == true && rest.first?.isLetter == true: spoken.append(character)
      case "'", "\"", "`", ")", "]", "}", "\u{FFFD}": break
      case "(", "[", "{":
        while spoken.last == " " { spoken.removeLast() }
        spoken += spoken.isEmpty ? "" : ", "
      default: spoken.append(character)
      }
    }
    let isWhole = spoken.last.map { ".?!".contains($0) } ?? true
    let capital = spoken.prefix(1).uppercased() + spoken.dropFirst()
    return isWhole ? capital : capital + "."
  }

  /// A place in words.
  static func place(_ location: SourceLocation) -> String {
    "\(PrintableText.line(location.file)), line \(location.line)"
  }

  /// A list in words: `2 errors, 1 warning and 3 notes`.
  static func list(_ items: [String]) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return "\(items.dropLast().joined(separator: ", ")) and \(last)"
  }
}
