/// What DNS lets a name be.
enum DNSName {
  /// Whether a text is a label in lower case: 1 to 63 letters, digits and hyphens, no hyphen at either end (RFC 1123).
  static func isLabel(_ text: some StringProtocol) -> Bool {
    let bytes = text.utf8
    return (1...63).contains(bytes.count) && bytes.allSatisfy { isLowerAlphanumeric($0) || $0 == hyphen }
      && !text.hasPrefix("-") && !text.hasSuffix("-")
  }

  /// Whether a text is labels joined by dots, at most 253 bytes together.
  static func isName(_ text: String) -> Bool {
    text.utf8.count <= 253 && text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { isLabel($0) }
  }

  /// Whether a text is 1 to 63 letters, digits, dots, hyphens and underscores that begin with a letter or digit.
  static func isPlainWord(_ text: String) -> Bool {
    let bytes = text.lowercased().utf8
    return (1...63).contains(bytes.count) && bytes.first.map(isLowerAlphanumeric) == true
      && bytes.allSatisfy {
        isLowerAlphanumeric($0) || $0 == hyphen || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "_")
      }
  }

  /// The label that a text nearly is, or nil where nothing of it can be kept.
  static func label(near text: String) -> String? {
    let words = text.lowercased().utf8.split { !isLowerAlphanumeric($0) }.compactMap { String($0) }
    let label = String(words.joined(separator: "-").prefix(63))
    return isLabel(label) ? label : nil
  }

  private static let hyphen = UInt8(ascii: "-")

  private static func isLowerAlphanumeric(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
