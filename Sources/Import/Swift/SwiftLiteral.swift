/// Texts as Swift string literals: the one place where text of others is escaped for Swift.
enum SwiftLiteral {
  /// A literal on one line.
  static func quoted(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\n": out += "\\n"
      default: put(scalar, to: &out)
      }
    }
    return out + "\""
  }

  /// Whether a text is written as a literal of several lines: it has some, or there is no room for it.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - room: The columns that there are.
  /// - Returns: Whether it is.
  static func wantsLines(_ text: String, room: Int) -> Bool {
    if text.utf8.count > 60, text.utf8.contains(0x0A), !text.unicodeScalars.contains(where: mustBeEscaped) {
      return true
    }
    return text.utf8.count + 2 > room && quoted(text).count > room
  }

  /// The lines of a `"""` literal, without indentation; empty lines stay empty.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - width: The most columns of a line; a longer one goes on behind a backslash.
  /// - Returns: The lines, with those of the quotes.
  static func lines(_ text: String, width: Int) -> [String] {
    var lines = ["\"\"\""]
    for line in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
      lines += pieces(of: escaped(String(Substring(line))), width: max(20, width - 1))
    }
    return lines + ["\"\"\""]
  }

  /// The line as written in a `"""` literal, one text for each character: an escape is never cut in two.
  private static func escaped(_ line: String) -> [String] {
    var pieces: [String] = []
    var quotes = 0
    for scalar in line.unicodeScalars {
      quotes = scalar == "\"" ? quotes + 1 : 0
      if quotes == 3 {
        pieces.append("\\\"")
        quotes = 0
      } else {
        var piece = ""
        put(scalar, to: &piece)
        pieces.append(piece)
      }
    }
    if pieces.last == " " { pieces[pieces.count - 1] = "\\u{20}" }
    return pieces
  }

  private static func pieces(of characters: [String], width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var columns = 0
    for (index, character) in characters.enumerated() {
      let isWordStart = index > 0 && characters[index - 1] == " " && columns > width - 20
      if columns + character.count > width || isWordStart && columns + character.count <= width {
        lines.append(line + "\\")
        (line, columns) = ("", 0)
      }
      line += character
      columns += character.count
    }
    return lines + [line]
  }

  private static func put(_ scalar: Unicode.Scalar, to out: inout String) {
    switch scalar {
    case "\\": out += "\\\\"
    case "\t": out += "\\t"
    case "\r": out += "\\r"
    default:
      if mustBeEscaped(scalar) {
        out += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      } else {
        out.unicodeScalars.append(scalar)
      }
    }
  }

  /// Characters that cannot be seen, or that change how what stands beside them is seen.
  private static func mustBeEscaped(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return scalar.value < 0x20 && scalar != "\n" && scalar != "\t" || scalar.value == 0x7F }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .spaceSeparator, .surrogate, .privateUse, .unassigned,
      .nonspacingMark, .enclosingMark, .spacingMark:
      return true
    default: return false
    }
  }
}
