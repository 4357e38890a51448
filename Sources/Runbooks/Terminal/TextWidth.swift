/// How many columns text takes on a terminal.
enum TextWidth {
  /// The columns of a text without control characters.
  static func of(_ text: String) -> Int { text.unicodeScalars.reduce(0) { $0 + of($1) } }

  /// The beginning of a text that fits, with `...` where something was left out.
  static func fit(_ text: String, _ width: Int) -> String {
    guard of(text) > width else { return text }
    guard width > 3 else { return String(repeating: ".", count: max(0, width)) }
    var fitting = String.UnicodeScalarView()
    var used = 3
    for scalar in text.unicodeScalars {
      used += of(scalar)
      if used > width { break }
      fitting.append(scalar)
    }
    return String(fitting) + "..."
  }

  /// A text with blanks behind it, or cut, so that it takes exactly so many columns.
  static func pad(_ text: String, _ width: Int) -> String {
    let fitting = fit(text, width)
    return fitting + String(repeating: " ", count: max(0, width - of(fitting)))
  }

  private static func of(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }
}
