/// Text that may come from anybody, made fit for a terminal.
enum PrintableText {
  /// The text on one line: whatever a terminal would act on, or that would turn the direction of what follows, becomes
  /// U+FFFD; a tab becomes two blanks.
  static func line(_ text: some StringProtocol) -> String {
    guard text.unicodeScalars.contains(where: isActed) else { return String(text) }
    var line = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar == "\t" { line += "  ".unicodeScalars } else { line.append(isActed(scalar) ? "\u{FFFD}" : scalar) }
    }
    return String(line)
  }

  /// The columns that a text takes up: two for East Asian characters and emoji, one for others.
  static func width(_ text: some StringProtocol) -> Int {
    text.reduce(0) { $0 + ($1.unicodeScalars.first.map(isWide) == true ? 2 : 1) }
  }

  private static func isActed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: true
    case .format: ("\u{202A}"..."\u{202E}").contains(scalar) || ("\u{2066}"..."\u{2069}").contains(scalar)
    default: false
    }
  }

  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x1100
      && (scalar.value <= 0x115F || (0x2E80...0xA4CF).contains(scalar.value) || (0xAC00...0xD7A3).contains(scalar.value)
        || (0xF900...0xFAFF).contains(scalar.value) || (0xFE30...0xFE6F).contains(scalar.value)
        || (0xFF00...0xFF60).contains(scalar.value) || (0xFFE0...0xFFE6).contains(scalar.value)
        || (0x1F300...0x1FAFF).contains(scalar.value) || (0x20000...0x3FFFD).contains(scalar.value))
  }
}
