import Documents

/// The words of a line of an INI inventory: quotes hold words together, a backslash takes the next character as it is,
/// `#` begins a comment.
enum INIWords {
  /// The words, or nil where a quote is left open.
  static func split(_ line: String) -> [String]? {
    var words: [String] = []
    var word: String?
    var quote: Unicode.Scalar?
    var isEscaped = false
    for scalar in line.unicodeScalars {
      if isEscaped {
        word = (word ?? "") + String(scalar)
        isEscaped = false
      } else if scalar == "\\", quote != "'" {
        isEscaped = true
        word = word ?? ""
      } else if let open = quote {
        if scalar == open { quote = nil } else { word = (word ?? "") + String(scalar) }
      } else if scalar == "\"" || scalar == "'" {
        quote = scalar
        word = word ?? ""
      } else if scalar == " " || scalar == "\t" {
        if let done = word { words.append(done) }
        word = nil
      } else if scalar == "#", word == nil {
        break
      } else {
        word = (word ?? "") + String(scalar)
      }
    }
    guard quote == nil, !isEscaped else { return nil }
    return words + (word.map { [$0] } ?? [])
  }

  /// What a value stands for: a whole number, `True` or `False`, text in quotes, or the text itself.
  static func value(_ text: String) -> Node {
    if text == "True" { return true }
    if text == "False" { return false }
    if let number = Int(text), String(number) == text { return .int(number) }
    for quote in ["\"", "'"] where text.count >= 2 && text.hasPrefix(quote) && text.hasSuffix(quote) {
      let inner = text.dropFirst().dropLast()
      if !inner.contains(quote), !inner.contains("\\") { return .string(String(inner)) }
    }
    return .string(text)
  }
}
