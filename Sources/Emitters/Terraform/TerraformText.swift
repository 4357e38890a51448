import Documents

/// Text as Terraform reads it in JSON: every string is a template, in which `${` and `%{` begin an expression.
enum TerraformText {
  /// A string that means exactly this text.
  static func literal(_ text: String) -> Node { .string(literalKey(text)) }

  /// A key of a map value that means exactly this text.
  static func literalKey(_ text: String) -> String {
    var escaped: [UInt8] = []
    var last: UInt8?
    for byte in text.utf8 {
      // Before a brace the sign is doubled.
      if byte == UInt8(ascii: "{"), let sign = last, sign == UInt8(ascii: "$") || sign == UInt8(ascii: "%") {
        escaped.append(sign)
      }
      escaped.append(byte)
      last = byte
    }
    return String(decoding: escaped, as: UTF8.self)
  }

  /// A name for a block: letters, digits, `_` and `-`, and no digit or `-` at its beginning.
  static func identifier(_ name: String) -> String {
    let safe = name.map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") ? $0 : "_" }
    guard let first = safe.first, first.isLetter || first == "_" else { return "_" + String(safe) }
    return String(safe)
  }
}
