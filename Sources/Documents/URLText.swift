/// What may stand in the address of a link.
public enum URLText {
  /// Schemes that a link may have; all others, `javascript:` among them, are refused.
  public static let allowedSchemes: Set<String> = ["http", "https", "mailto", "ssh", "tel"]

  /// Whether an address leads somewhere rather than runs something: it is relative, or has one of ``allowedSchemes``.
  ///
  /// Browsers drop line breaks and blanks from addresses; whatever stands before the first colon is looked at with them.
  public static func isLink(_ address: String) -> Bool {
    for (index, byte) in address.utf8.enumerated() {
      switch byte {
      case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"): return true
      case Ascii.colon:
        let scheme = String(decoding: address.utf8.prefix(index), as: UTF8.self)
        return allowedSchemes.contains(scheme.lowercased())
      default: continue
      }
    }
    return true
  }

  /// An address in which nothing is left that a format could trip over; percent signs that are there stay.
  public static func percentEncoded(_ address: String) -> String {
    if address.utf8.allSatisfy(isHarmless) { return address }
    var encoded = ""
    for byte in address.utf8 {
      encoded += isHarmless(byte) ? String(UnicodeScalar(byte)) : percentEncoded(byte)
    }
    return encoded
  }

  static func percentEncoded(_ scalar: Unicode.Scalar) -> String {
    String(scalar).utf8.map(percentEncoded).joined()
  }

  private static func percentEncoded(_ byte: UInt8) -> String {
    var encoded = TextWriter()
    encoded.put("%")
    encoded.put(hex: UInt32(byte), digits: 2)
    return encoded.printed.text
  }

  private static func isHarmless(_ byte: UInt8) -> Bool {
    Ascii.isLetter(byte) || Ascii.isDigit(byte) || harmless.contains(byte)
  }

  private static let harmless = Set("-._~/?#:@!$()*+,;=%".utf8)
}
