import Diagnostics

/// The text of a file that may be in any encoding.
enum SourceText {
  /// The text of bytes in UTF-8, or in UTF-16 with a byte order mark.
  static func decode(_ bytes: [UInt8], of path: String, limit: Int) throws(SourceFailure) -> String {
    guard bytes.count <= limit else {
      throw SourceFailure(
        SourceRules.bounded.diagnostic(
          at: SourceLocation(path, 1), "'\(path)' has \(bytes.count) bytes, and the limit is \(limit)"))
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return utf16(bytes.dropFirst(2), bigEndian: bytes[0] == 0xFE)
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw SourceFailure(
        SourceRules.readable.diagnostic(
          at: SourceLocation(path, lineOfFirstBadByte(in: bytes)), "'\(path)' is neither UTF-8 nor UTF-16 here",
          solutions: ["save the file as UTF-8"]))
    }
    return text.utf8.starts(with: [0xEF, 0xBB, 0xBF]) ? String(text.unicodeScalars.dropFirst()) : text
  }

  private static func utf16(_ bytes: ArraySlice<UInt8>, bigEndian: Bool) -> String {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var index = bytes.startIndex
    while index + 1 < bytes.endIndex {
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      units.append(bigEndian ? first << 8 | second : second << 8 | first)
      index += 2
    }
    return String(decoding: units, as: UTF16.self)
  }

  private static func lineOfFirstBadByte(in bytes: [UInt8]) -> Int {
    var line = 1
    for part in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if String(validating: part, as: UTF8.self) == nil { return line }
      line += 1
    }
    return line
  }

  /// JSON with the characters that it wrote as two escapes (`\ud83d\ude00`) written as themselves: YAML has no such pairs.
  static func withoutSurrogates(_ text: String) -> String {
    guard text.utf8.contains(0x5C) else { return text }
    let bytes = Array(text.utf8)
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      if let scalar = surrogatePair(in: bytes, at: index) {
        out.append(contentsOf: Array(String(Character(scalar)).utf8))
        index += 12
      } else if bytes[index] == 0x5C, index + 1 < bytes.count {
        out.append(contentsOf: bytes[index...index + 1])
        index += 2
      } else {
        out.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  private static func surrogatePair(in bytes: [UInt8], at index: Int) -> Unicode.Scalar? {
    guard let high = escape(in: bytes, at: index), (0xD800..<0xDC00).contains(high),
      let low = escape(in: bytes, at: index + 6), (0xDC00..<0xE000).contains(low)
    else { return nil }
    return Unicode.Scalar(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))
  }

  private static func escape(in bytes: [UInt8], at index: Int) -> UInt32? {
    guard index + 6 <= bytes.count, bytes[index] == 0x5C, bytes[index + 1] == UInt8(ascii: "u") else { return nil }
    return UInt32(String(decoding: bytes[index + 2..<index + 6], as: UTF8.self), radix: 16)
  }
}
