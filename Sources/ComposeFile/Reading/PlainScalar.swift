/// How YAML reads a scalar without quotes, by the rules of Compose's own reader.
enum PlainScalar {
  /// The value of a scalar without quotes.
  static func content(of text: String) -> ComposeNode.Content {
    switch text {
    case "", "~", "null", "Null", "NULL": return .null
    case "true", "True", "TRUE": return .bool(true)
    case "false", "False", "FALSE": return .bool(false)
    default: break
    }
    if let integer = integer(text) { return .int(integer) }
    if let fraction = fraction(text) { return .double(fraction) }
    return .string(text)
  }

  /// Decimal, `0x`, `0o`, `0b`, and numbers with a leading zero, which are octal.
  static func integer(_ text: String) -> Int? {
    guard let first = text.utf8.first, first == 0x2B || first == 0x2D || (0x30...0x39).contains(first) else {
      return nil
    }
    var digits = text.filter { $0 != "_" }[...]
    var sign = ""
    if let lead = digits.first, lead == "-" || lead == "+" {
      sign = lead == "-" ? "-" : ""
      digits = digits.dropFirst()
    }
    guard let lead = digits.first, lead.isASCII, lead.isNumber else { return nil }
    let lower = digits.lowercased()
    for (prefix, radix) in [("0x", 16), ("0o", 8), ("0b", 2)] where lower.hasPrefix(prefix) {
      return Int(sign + lower.dropFirst(2), radix: radix)
    }
    if digits.count > 1, lead == "0" { return Int(sign + digits, radix: 8) }
    return Int(sign + digits)
  }

  private static func fraction(_ text: String) -> Double? {
    switch text {
    case ".inf", ".Inf", ".INF", "+.inf": return .infinity
    case "-.inf", "-.Inf", "-.INF": return -.infinity
    case ".nan", ".NaN", ".NAN": return .nan
    default: break
    }
    guard let first = text.utf8.first, [0x2B, 0x2D, 0x2E].contains(first) || (0x30...0x39).contains(first),
      text.utf8.allSatisfy({ (0x30...0x39).contains($0) || [0x2B, 0x2D, 0x2E, 0x45, 0x65, 0x5F].contains($0) }),
      text.utf8.contains(where: { (0x30...0x39).contains($0) })
    else { return nil }
    return Double(text.filter { $0 != "_" })
  }

  /// A fraction in its shortest form: whole numbers have no point.
  static func text(of value: Double) -> String {
    if value.isNaN { return "NaN" }
    if value.isInfinite { return value < 0 ? "-Inf" : "+Inf" }
    if let whole = Int(exactly: value), abs(value) < 1e15 { return String(whole) }
    return "\(value)"
  }
}
