/// A piece of a condition or an expectation.
enum ExpressionToken: Hashable {
  /// A name, a number, an operator of letters, or a placeholder.
  case word(String)
  /// A text that stood in quotes.
  case text(String)
  /// An operator of signs.
  case sign(String)
  /// `(`
  case open
  /// `)`
  case close
  /// `,`
  case comma

  /// As it was written, for messages.
  var written: String {
    switch self {
    case .word(let text), .sign(let text): text
    case .text(let text): "\"\(text)\""
    case .open: "("
    case .close: ")"
    case .comma: ","
    }
  }

  /// Splits an expression into its pieces; nothing where a quote is not closed.
  static func split(_ text: String) -> [ExpressionToken]? {
    var tokens: [ExpressionToken] = []
    var rest = text[...]
    while let next = rest.first {
      switch next {
      case _ where next.isWhitespace: rest = rest.dropFirst()
      case "(", ")", ",":
        tokens.append(next == "(" ? .open : next == ")" ? .close : .comma)
        rest = rest.dropFirst()
      case "\"", "'":
        let inner = rest.dropFirst()
        guard let end = inner.firstIndex(of: next) else { return nil }
        tokens.append(.text(String(inner[..<end])))
        rest = inner[inner.index(after: end)...]
      case _ where isSign(next):
        let sign = rest.prefix(while: isSign)
        tokens.append(.sign(String(sign)))
        rest = rest[sign.endIndex...]
      default: tokens.append(.word(takeWord(from: &rest)))
      }
    }
    return tokens
  }

  /// Takes a word; a placeholder in it keeps its blanks, brackets keep what is quoted in them.
  private static func takeWord(from rest: inout Substring) -> String {
    var word = ""
    while let next = rest.first, !next.isWhitespace, !"(),\"'".contains(next), !isSign(next) {
      if rest.hasPrefix("{{"), let close = rest.firstRange(of: "}}") {
        word += rest[..<close.upperBound]
        rest = rest[close.upperBound...]
      } else if next == "[", let close = rest.firstIndex(of: "]") {
        word += rest[...close]
        rest = rest[rest.index(after: close)...]
      } else {
        word.append(next)
        rest = rest.dropFirst()
      }
    }
    return word
  }

  private static func isSign(_ character: Character) -> Bool { "=<>!&|".contains(character) }
}
