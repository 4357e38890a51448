/// The bytes that printers speak of by name.
enum Ascii {
  static let tab = UInt8(ascii: "\t")
  static let newline = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let space = UInt8(ascii: " ")
  static let quote = UInt8(ascii: "\"")
  static let apostrophe = UInt8(ascii: "'")
  static let backslash = UInt8(ascii: "\\")
  static let hash = UInt8(ascii: "#")
  static let colon = UInt8(ascii: ":")
  static let dash = UInt8(ascii: "-")
  static let dot = UInt8(ascii: ".")
  static let hexDigits = Array("0123456789abcdef".utf8)

  static func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

  /// Whether a byte is a letter, a digit or one of `-_./`.
  static func isPartOfWord(_ byte: UInt8) -> Bool {
    // From the dash to the digit nine: `-./0123456789`.
    isLetter(byte) || byte >= dash && byte <= UInt8(ascii: "9") || byte == UInt8(ascii: "_")
  }

  static func isLetter(_ byte: UInt8) -> Bool {
    let lower = byte | 0x20
    return lower >= UInt8(ascii: "a") && lower <= UInt8(ascii: "z")
  }
}
