/// What DNS lets a name be.
public enum DNSName {
  /// Whether a text is a label in lower case: 1 to 63 letters, digits and hyphens, no hyphen at either end (RFC 1123).
  public static func isLabel(_ text: some StringProtocol) -> Bool {
    let bytes = text.utf8
    return (1...63).contains(bytes.count) && bytes.allSatisfy { isLowerAlphanumeric($0) || $0 == hyphen }
      && !text.hasPrefix("-") && !text.hasSuffix("-")
  }

  /// Whether a text is labels joined by dots, at most 253 bytes together.
  public static func isName(_ text: String) -> Bool {
    text.utf8.count <= 253 && text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { isLabel($0) }
  }

  /// Whether a text is 1 to 63 letters, digits, dots, hyphens and underscores that begin with a letter or digit.
  public static func isPlainWord(_ text: String) -> Bool {
    // Bytes, not lower-cased text: U+212A, the Kelvin sign, is a 'k' in lower case.
    let bytes = text.utf8
    return (1...63).contains(bytes.count) && bytes.first.map(isAlphanumeric) == true
      && bytes.allSatisfy { isAlphanumeric($0) || "-._".utf8.contains($0) }
  }

  /// The label that a text nearly is, or nil where nothing of it can be kept.
  public static func label(near text: String) -> String? {
    let words = text.lowercased().utf8.split { !isLowerAlphanumeric($0) }.compactMap { String($0) }
    let label = String(words.joined(separator: "-").prefix(63))
    return isLabel(label) ? label : nil
  }

  private static let hyphen = UInt8(ascii: "-")

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    isLowerAlphanumeric(byte) || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
  }

  private static func isLowerAlphanumeric(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
