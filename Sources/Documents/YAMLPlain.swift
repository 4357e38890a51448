/// Texts that would be read as something else if they stood without quotes.
enum YAMLPlain {
  /// Words that some version of YAML reads as a truth value or as nothing, in any case.
  private static let words: Set<String> = ["y", "n", "yes", "no", "on", "off", "true", "false", "null", "~", "=", "<<"]

  /// The letters that these words begin with.
  private static let beginnings = Array("ynotf".utf8)

  /// Whether a text without line breaks, `: ` and ` #` still needs quotes.
  static func meansSomethingElse(_ text: String) -> Bool {
    guard let first = text.utf8.first else { return true }
    if text.utf8.count <= 5, beginnings.contains(first | 0x20) || !Ascii.isLetter(first),
      words.contains(text.lowercased())
    {
      return true
    }
    switch first {
    case UInt8(ascii: "?"), UInt8(ascii: ":"), UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"),
      UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "#"), UInt8(ascii: "&"), UInt8(ascii: "*"),
      UInt8(ascii: "!"), UInt8(ascii: "|"), UInt8(ascii: ">"), UInt8(ascii: "%"), UInt8(ascii: "@"),
      UInt8(ascii: "`"), Ascii.apostrophe, Ascii.quote:
      return true
    case Ascii.dash:
      return !startsAnOption(text) || text.utf8.starts(with: "---".utf8)
    case Ascii.dot, UInt8(ascii: "+"):
      let second = text.utf8.dropFirst().first ?? Ascii.space
      return second == Ascii.dot || Ascii.isDigit(second) || [".inf", ".nan"].contains(text.lowercased())
    default:
      return Ascii.isDigit(first) && looksLikeNumberOrDate(text)
    }
  }

  /// `-x` or `--long`, as arguments of commands are.
  private static func startsAnOption(_ text: String) -> Bool {
    let second = text.utf8.dropFirst().first ?? Ascii.space
    return second == Ascii.dash || Ascii.isLetter(second)
  }

  /// Whether a text that begins with a digit is made of nothing but what numbers and dates are made of.
  ///
  /// Addresses and versions such as `1.2.3` are not.
  private static func looksLikeNumberOrDate(_ text: String) -> Bool {
    var dots = 0
    var isDotted = true
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): break
      case Ascii.dot: dots += 1
      case UInt8(ascii: "a")...UInt8(ascii: "f"), UInt8(ascii: "A")...UInt8(ascii: "F"), UInt8(ascii: "x"),
        UInt8(ascii: "X"), UInt8(ascii: "o"), UInt8(ascii: "O"), UInt8(ascii: "t"), UInt8(ascii: "T"),
        UInt8(ascii: "z"), UInt8(ascii: "Z"), UInt8(ascii: "_"), UInt8(ascii: ","), Ascii.colon, Ascii.dash,
        UInt8(ascii: "+"), Ascii.space:
        isDotted = false
      default: return false
      }
    }
    return !(isDotted && dots >= 2)
  }
}
