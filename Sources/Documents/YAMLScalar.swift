/// How a text is written in YAML.
enum YAMLScalar {
  enum Style {
    case plain
    case singleQuoted
    case doubleQuoted
    case literal
  }

  /// The most readable style in which every parser reads exactly this text.
  static func style(of text: String) -> Style {
    // Most texts are one word; those need no closer look.
    if text.utf8.allSatisfy(Ascii.isPartOfWord) { return YAMLPlain.meansSomethingElse(text) ? .doubleQuoted : .plain }
    let seen = Contents(of: text)
    if seen.needsEscapes { return .doubleQuoted }
    if seen.hasNewline {
      // More than one final newline, or blanks before one, cannot be seen: quotes show them.
      let hidden = seen.hasBlankBeforeNewline || text.utf8.last == Ascii.space || text.utf8.last == Ascii.tab
      return hidden || seen.hasEmptyLineAtEnd || seen.isOnlyNewlines ? .doubleQuoted : .literal
    }
    if seen.hasTab { return .doubleQuoted }
    if seen.isPlain && !YAMLPlain.meansSomethingElse(text) { return .plain }
    return (seen.hasQuote || seen.hasBackslash) && !seen.hasApostrophe ? .singleQuoted : .doubleQuoted
  }

  /// Writes a text on one line, as keys and short values are.
  static func putOnOneLine(_ text: String, to out: inout TextWriter) {
    put(text, as: style(of: text), to: &out)
  }

  /// Writes a text whose style is known on one line.
  static func put(_ text: String, as style: Style, to out: inout TextWriter) {
    switch style {
    case .plain: out.put(text)
    case .singleQuoted:
      out.put(Ascii.apostrophe)
      out.put(text)
      out.put(Ascii.apostrophe)
    case .doubleQuoted, .literal: putQuoted(text, to: &out)
    }
  }

  /// How long a text is in double quotes.
  static func quotedLength(_ text: String) -> Int {
    var out = TextWriter()
    putQuoted(text, to: &out)
    return out.printed.bytes.count
  }

  private static func putQuoted(_ text: String, to out: inout TextWriter) {
    out.put(Ascii.quote)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out.put("\\\"")
      case "\\": out.put("\\\\")
      case "\n": out.put("\\n")
      case "\t": out.put("\\t")
      case "\r": out.put("\\r")
      default: put(scalar, to: &out)
      }
    }
    out.put(Ascii.quote)
  }

  private static func put(_ scalar: Unicode.Scalar, to out: inout TextWriter) {
    if !UnsafeCharacters.mustBeEscaped(scalar) {
      for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { out.put(byte) }
    } else if scalar.value <= 0xFF {
      out.put("\\x")
      out.put(hex: scalar.value, digits: 2)
    } else if scalar.value <= 0xFFFF {
      out.put("\\u")
      out.put(hex: scalar.value, digits: 4)
    } else {
      out.put("\\U")
      out.put(hex: scalar.value, digits: 8)
    }
  }

  /// The shortest form that parsers of YAML 1.1, which want a dot and a sign in the exponent, read as a number too.
  static func number(_ value: Double) -> String {
    if value.isNaN { return ".nan" }
    if value.isInfinite { return value < 0 ? "-.inf" : ".inf" }
    let text = value.description
    guard let exponent = text.firstIndex(of: "e"), !text.contains(".") else { return text }
    return text[..<exponent] + ".0" + text[exponent...]
  }
}

/// What one pass over a text finds.
private struct Contents {
  var hasNewline = false
  var hasTab = false
  var hasQuote = false
  var hasApostrophe = false
  var hasBackslash = false
  var needsEscapes = false
  var hasBlankBeforeNewline = false
  var hasEmptyLineAtEnd = false
  var isOnlyNewlines = true
  /// No `: ` and no ` #` inside, no space at either end.
  var isPlain = true

  init(of text: String) {
    var previous = Ascii.newline
    var isAscii = true
    for byte in text.utf8 {
      note(byte, after: previous)
      if byte >= 0x80 { isAscii = false }
      previous = byte
    }
    if previous == Ascii.colon || previous == Ascii.space || text.utf8.first == Ascii.space { isPlain = false }
    if !isAscii && !needsEscapes {
      needsEscapes = text.unicodeScalars.contains { $0.value > 0x7F && UnsafeCharacters.mustBeEscaped($0) }
    }
  }

  private mutating func note(_ byte: UInt8, after previous: UInt8) {
    switch byte {
    case Ascii.newline:
      if previous == Ascii.newline && hasNewline { hasEmptyLineAtEnd = true }
      if previous == Ascii.space || previous == Ascii.tab { hasBlankBeforeNewline = true }
      hasNewline = true
      return
    case Ascii.tab: hasTab = true
    case 0..<0x20, 0x7F: needsEscapes = true
    case Ascii.quote: hasQuote = true
    case Ascii.apostrophe: hasApostrophe = true
    case Ascii.backslash: hasBackslash = true
    case Ascii.hash: if previous == Ascii.space { isPlain = false }
    case Ascii.space: if previous == Ascii.colon { isPlain = false }
    default: break
    }
    hasEmptyLineAtEnd = false
    isOnlyNewlines = false
  }
}
