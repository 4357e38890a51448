/// The spellings that names in a runbook may have.
enum Name {
  /// One word of a fact's key, or an input's name: `[a-z0-9][a-z0-9_-]*`, at most 64 characters.
  static func isWord(_ text: some StringProtocol) -> Bool {
    let bytes = text.utf8
    guard let first = bytes.first, bytes.count <= 64, isLowercase(first) || isDigit(first) else { return false }
    return bytes.allSatisfy { isLowercase($0) || isDigit($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }
  }

  /// A step's id: a word without underscores.
  static func isStepID(_ text: some StringProtocol) -> Bool {
    isWord(text) && !text.utf8.contains(UInt8(ascii: "_"))
  }

  /// The name of an environment variable: `[A-Za-z_][A-Za-z0-9_]*`.
  static func isVariable(_ text: some StringProtocol) -> Bool {
    let bytes = text.utf8
    guard let first = bytes.first, bytes.count <= 128, !isDigit(first) else { return false }
    return bytes.allSatisfy { isLetter($0) || isDigit($0) || $0 == UInt8(ascii: "_") }
  }

  /// What ssh may be given as a host: a name, an address or an alias, never something it could take for an option.
  static func isHost(_ text: some StringProtocol) -> Bool {
    let bytes = text.utf8
    guard let first = bytes.first, bytes.count <= 253, isLetter(first) || isDigit(first) || first == UInt8(ascii: ":")
    else { return false }
    let marks = Array(".-_:%".utf8)
    return bytes.allSatisfy { isLetter($0) || isDigit($0) || marks.contains($0) }
  }

  /// What ssh may be given as a user.
  static func isUser(_ text: some StringProtocol) -> Bool {
    let bytes = text.utf8
    guard let first = bytes.first, bytes.count <= 64, isLetter(first) || first == UInt8(ascii: "_") else {
      return false
    }
    let marks = Array("._-".utf8)
    return bytes.allSatisfy { isLetter($0) || isDigit($0) || marks.contains($0) }
  }

  /// Whether a character belongs in no line of text: control characters but the tab, line and paragraph separators, and
  /// the marks that turn the direction of text.
  static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09: false
    case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  private static func isLowercase(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) }
  private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
  private static func isLetter(_ byte: UInt8) -> Bool { isLowercase(byte | 0x20) }
}

extension StringProtocol {
  /// The text without the blanks around it.
  var trimmed: SubSequence {
    let blank: (Character) -> Bool = { $0 == " " || $0 == "\t" }
    let start = firstIndex { !blank($0) } ?? endIndex
    guard let last = lastIndex(where: { !blank($0) }), start <= last else { return self[startIndex..<startIndex] }
    return self[start...last]
  }
}
