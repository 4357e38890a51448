/// Follows a bash script far enough to know whether a value may stand at its end as a quoted word.
///
/// It errs to the safe side: after anything whose quoting it does not follow (here-documents, backticks, arithmetic,
/// `[[`, subscripts, `$(` inside quotes), only plain values may stand in the rest of the script.
struct ShellScanner {
  private enum Mode { case code, comment, single, double, parameter }

  private var mode = Mode.code
  private var modeAfterParameter = Mode.code
  private var escaped = false
  /// The byte before; a newline at the start, where a word may begin.
  private var last = UInt8(ascii: "\n")
  private var lost: String?

  /// Why a value that needs quoting may not stand here, or nothing where it may.
  var obstacle: String? {
    if let lost { return "it stands after \(lost)" }
    if escaped { return "it stands after a backslash" }
    switch mode {
    case .single, .double: return "it stands inside quotes"
    case .parameter: return "it stands inside ${ }"
    case .code where last == UInt8(ascii: "$"): return "it stands after a dollar sign"
    case .code, .comment: return nil
    }
  }

  /// Goes past a value that was put into the script.
  mutating func passValue() {
    escaped = false
    last = UInt8(ascii: "x")
  }

  /// Goes past a piece of the script.
  mutating func pass(_ text: String) {
    for byte in text.utf8 where lost == nil { step(byte) }
  }

  private mutating func step(_ byte: UInt8) {
    if escaped {
      escaped = false
      // A backslash and a line end are nothing at all: what stood before them still stands before.
      if byte != UInt8(ascii: "\n") { last = UInt8(ascii: "x") }
      return
    }
    switch mode {
    case .code: code(byte)
    case .double: double(byte)
    case .parameter: parameter(byte)
    case .single: if byte == UInt8(ascii: "'") { mode = .code }
    case .comment: if byte == UInt8(ascii: "\n") { mode = .code }
    }
    if !escaped { last = byte }
  }

  private mutating func code(_ byte: UInt8) {
    let afterDollar = last == UInt8(ascii: "$")
    switch byte {
    case UInt8(ascii: "\\"): escaped = true
    case UInt8(ascii: "'"): if afterDollar { lost = "$'" } else { mode = .single }
    case UInt8(ascii: "\""): if afterDollar { lost = "$\"" } else { mode = .double }
    case UInt8(ascii: "`"): lost = "a backtick"
    case UInt8(ascii: "#") where Self.endsWord(last): mode = .comment
    case UInt8(ascii: "<") where last == UInt8(ascii: "<"): lost = "a here-document"
    case UInt8(ascii: "(") where last == UInt8(ascii: "("): lost = "arithmetic"
    case UInt8(ascii: "[") where !Self.endsWord(last): lost = "[[, a subscript or a pattern in brackets"
    case UInt8(ascii: "{") where afterDollar: enterParameter()
    default: break
    }
  }

  private mutating func double(_ byte: UInt8) {
    let afterDollar = last == UInt8(ascii: "$")
    switch byte {
    case UInt8(ascii: "\\"): escaped = true
    case UInt8(ascii: "\""): mode = .code
    case UInt8(ascii: "`"): lost = "a backtick"
    case UInt8(ascii: "("), UInt8(ascii: "["): if afterDollar { lost = "$( ) inside quotes" }
    case UInt8(ascii: "{") where afterDollar: enterParameter()
    default: break
    }
  }

  private mutating func enterParameter() {
    modeAfterParameter = mode
    mode = .parameter
  }

  private mutating func parameter(_ byte: UInt8) {
    if byte == UInt8(ascii: "}") {
      mode = modeAfterParameter
    } else if "'\"\\$`{\n".utf8.contains(byte) {
      lost = "${ } with quotes or expansions in it"
    }
  }

  private static func endsWord(_ byte: UInt8) -> Bool { " \t\n|&;()<>".utf8.contains(byte) }
}
