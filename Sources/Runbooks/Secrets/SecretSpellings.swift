/// The ways a secret's value is spelled in output: as it is, quoted, escaped and encoded.
struct SecretSpellings {
  /// Spellings that stand in one piece.
  private(set) var whole: [[UInt8]] = []
  /// Spellings that programs break into lines: base64 and hexadecimal.
  private(set) var breakable: [[UInt8]] = []

  /// Spells a value, and each of its lines that has at least as many bytes as the shortest value.
  init(of value: String) {
    var pieces = [Array(value.utf8)]
    pieces += value.utf8.split(whereSeparator: { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }).map(Array.init)
    for piece in pieces {
      let bytes = Self.withoutLineEnds(piece)
      guard bytes.count >= Redactor.shortest else { continue }
      whole += Self.distinct([bytes] + Self.texts(bytes) + Self.addresses(bytes))
      breakable += Self.distinct(Self.base64(bytes) + Self.hexadecimal(bytes))
    }
  }

  /// The few spellings of one piece without those that are the same: most pieces have little to escape.
  private static func distinct(_ spellings: [[UInt8]]) -> [[UInt8]] {
    var distinct: [[UInt8]] = []
    for spelling in spellings where !distinct.contains(spelling) { distinct.append(spelling) }
    return distinct
  }

  private static func withoutLineEnds(_ bytes: [UInt8]) -> [UInt8] {
    let isEnd: (UInt8) -> Bool = { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
    guard let first = bytes.firstIndex(where: { !isEnd($0) }), let last = bytes.lastIndex(where: { !isEnd($0) }) else {
      return []
    }
    return Array(bytes[first...last])
  }

  // MARK: Escapes

  /// How a byte is spelled by one way of quoting; nothing for bytes that stand for themselves.
  private typealias Escape = (UInt8) -> String?

  private static func spell(_ bytes: [UInt8], _ escape: Escape) -> [UInt8] {
    var spelling: [UInt8] = []
    spelling.reserveCapacity(3 * bytes.count)
    for byte in bytes {
      if let text = escape(byte) { spelling += text.utf8 } else { spelling.append(byte) }
    }
    return spelling
  }

  /// JSON and YAML, also twice over, the quotes of shells, HTML, and quotes that are doubled.
  private static func texts(_ bytes: [UInt8]) -> [[UInt8]] {
    let json = [jsonEscape(), jsonEscape(slash: true), jsonEscape(html: true)].map { spell(bytes, $0) }
    let ascii = jsonASCII(bytes)
    let twice = (json + ascii).map { spell($0, jsonEscape()) }
    let quotes: [Escape] = [
      single("'\\''"), single("'\"'\"'"), single("''"), backslashes(before: "\"\\$`"), backslashes(before: "\"\\$`!"),
      ansi { "\\" + octal($0) }, ansi { "\\x" + hex($0, uppercase: false) }, htmlEscape,
    ]
    return json + ascii + twice + [word(bytes)] + quotes.map { spell(bytes, $0) }
  }

  private static func jsonEscape(slash: Bool = false, html: Bool = false) -> Escape {
    { byte in
      switch byte {
      case UInt8(ascii: "\""): "\\\""
      case UInt8(ascii: "\\"): "\\\\"
      case UInt8(ascii: "/") where slash: "\\/"
      case UInt8(ascii: "<") where html, UInt8(ascii: ">") where html, UInt8(ascii: "&") where html:
        "\\u00" + hex(byte, uppercase: false)
      case 0x08: "\\b"
      case 0x09: "\\t"
      case 0x0A: "\\n"
      case 0x0C: "\\f"
      case 0x0D: "\\r"
      case 0..<0x20: "\\u00" + hex(byte, uppercase: false)
      default: nil
      }
    }
  }

  /// JSON in which every character beyond ASCII is escaped, in both cases.
  private static func jsonASCII(_ bytes: [UInt8]) -> [[UInt8]] {
    guard bytes.contains(where: { $0 >= 0x80 }) else { return [] }
    let escape = jsonEscape()
    return [true, false].map { uppercase in
      String(decoding: bytes, as: UTF8.self).unicodeScalars.flatMap { scalar -> [UInt8] in
        guard !scalar.isASCII else { return spell([UInt8(scalar.value)], escape) }
        return scalar.utf16.flatMap { unit in
          let (high, low) = (UInt8(unit >> 8), UInt8(truncatingIfNeeded: unit))
          return Array(("\\u" + hex(high, uppercase: uppercase) + hex(low, uppercase: uppercase)).utf8)
        }
      }
    }
  }

  private static func single(_ quote: String) -> Escape { { $0 == UInt8(ascii: "'") ? quote : nil } }

  private static func backslashes(before marks: String) -> Escape {
    let marks = Array(marks.utf8)
    return { marks.contains($0) ? "\\" + String(UnicodeScalar($0)) : nil }
  }

  /// Bash's `$'...'`.
  private static func ansi(_ code: @escaping (UInt8) -> String) -> Escape {
    { byte in
      switch byte {
      case UInt8(ascii: "'"): "\\'"
      case UInt8(ascii: "\\"): "\\\\"
      case 0x07: "\\a"
      case 0x08: "\\b"
      case 0x09: "\\t"
      case 0x0A: "\\n"
      case 0x0B: "\\v"
      case 0x0C: "\\f"
      case 0x0D: "\\r"
      case 0x1B: "\\E"
      case 0..<0x20, 0x7F...: code(byte)
      default: nil
      }
    }
  }

  /// What bash's `printf %q` makes of a word: some marks are escaped only where they would mean something.
  private static func word(_ bytes: [UInt8]) -> [UInt8] {
    let always = Array(" !\"$&'()*,;<>?[\\]^`{|}\t".utf8)
    var spelling: [UInt8] = []
    for (index, byte) in bytes.enumerated() {
      let before = index > 0 ? bytes[index - 1] : nil
      let isHome =
        byte == UInt8(ascii: "~") && (before == nil || before == UInt8(ascii: ":") || before == UInt8(ascii: "="))
      if always.contains(byte) || isHome || (byte == UInt8(ascii: "#") && before == nil) {
        spelling.append(UInt8(ascii: "\\"))
      }
      spelling.append(byte)
    }
    return spelling
  }

  private static func htmlEscape(_ byte: UInt8) -> String? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    case UInt8(ascii: "'"): "&#39;"
    default: nil
    }
  }

  // MARK: Encodings

  /// In URLs and forms: what is left as it is differs from library to library.
  private static func addresses(_ bytes: [UInt8]) -> [[UInt8]] {
    let left = ["-._~", "-._~/", "-_.!~*'()", "-_.!~*'();/?:@&=+$,#", "*-._"].map { Array($0.utf8) }
    var spellings: [[UInt8]] = []
    for uppercase in [true, false] {
      let percent: (UInt8) -> String = { "%" + hex($0, uppercase: uppercase) }
      spellings.append(spell(bytes, percent))
      for marks in left {
        let escape: Escape = { isAlphanumeric($0) || marks.contains($0) ? nil : percent($0) }
        spellings.append(spell(bytes, escape))
        spellings.append(spell(bytes) { $0 == UInt8(ascii: " ") ? "+" : escape($0) })
      }
    }
    return spellings
  }

  /// Base64 in both alphabets, wherever among three bytes the value begins: the characters that hold nothing else.
  private static func base64(_ bytes: [UInt8]) -> [[UInt8]] {
    let common = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
    return [common + "+/", common + "-_"].map { Array($0.utf8) }.flatMap { alphabet in
      (0..<3).map { shift in
        let bits = 8 * bytes.count
        let skipped = (6 - 8 * shift % 6) % 6
        return (0..<(bits - skipped) / 6).map { alphabet[Int(sextet(of: bytes, at: skipped + 6 * $0))] }
      }
    }
  }

  /// Six bits of the bytes, from a bit that is counted from the first byte's highest.
  private static func sextet(of bytes: [UInt8], at bit: Int) -> UInt8 {
    let next = bit / 8 + 1
    let pair = UInt16(bytes[bit / 8]) << 8 | UInt16(next < bytes.count ? bytes[next] : 0)
    return UInt8(pair >> (10 - UInt16(bit % 8)) & 63)
  }

  private static func hexadecimal(_ bytes: [UInt8]) -> [[UInt8]] {
    [true, false].map { uppercase in spell(bytes) { hex($0, uppercase: uppercase) } }
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private static func hex(_ byte: UInt8, uppercase: Bool) -> String { (uppercase ? upperHex : lowerHex)[Int(byte)] }

  private static let lowerHex = (0...255).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
  private static let upperHex = lowerHex.map { $0.uppercased() }

  private static func octal(_ byte: UInt8) -> String {
    let text = String(byte, radix: 8)
    return String(repeating: "0", count: 3 - text.utf8.count) + text
  }
}
