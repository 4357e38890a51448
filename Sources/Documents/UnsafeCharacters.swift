/// Characters that parsers refuse, or take for line breaks, or that cannot be seen.
enum UnsafeCharacters {
  /// Whether a character can stand in a text file only as an escape: control characters, the line breaks of Unicode,
  /// byte order marks, and code points that are no characters.
  static func mustBeEscaped(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: true
    default: scalar.value & 0xFFFE == 0xFFFE
    }
  }
}
