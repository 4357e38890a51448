import Diagnostics
import Hashing
import LabModel

/// A digest of a value's stored properties, whatever its type: the same for the same values in every process.
///
/// Places (``Diagnostics/SourceLocation``) are left out: a declaration that moves to another line says the same.
enum ValueDigest {
  /// The first 16 hexadecimal digits of the SHA-256 of a value's content.
  static func digest(of value: Any) -> String {
    var bytes: [UInt8] = []
    append(value, to: &bytes, depth: 0)
    return String(SHA256.hex(of: bytes).prefix(16))
  }

  private static func append(_ value: Any, to bytes: inout [UInt8], depth: Int) {
    switch value {
    case is SourceLocation: return
    case let text as String: append(text: text, to: &bytes)
    case let id as ThingID:
      append(text: id.kind, to: &bytes)
      append(text: id.name, to: &bytes)
    case let number as Int: append(text: String(number), to: &bytes)
    default: append(parts: value, to: &bytes, depth: depth)
    }
  }

  /// Every text is preceded by its length, so that no two contents run together.
  private static func append(text: String, to bytes: inout [UInt8]) {
    bytes.append(contentsOf: String(text.utf8.count).utf8)
    bytes.append(UInt8(ascii: ":"))
    bytes.append(contentsOf: text.utf8)
  }

  private static func append(parts value: Any, to bytes: inout [UInt8], depth: Int) {
    let mirror = Mirror(reflecting: value)
    // Values nest as deep as their types do; the limit is for those that hold themselves.
    guard depth < 64, !mirror.children.isEmpty else {
      if mirror.displayStyle != .struct { append(text: String(describing: value), to: &bytes) }
      return
    }
    bytes.append(UInt8(ascii: "("))
    if mirror.displayStyle == .set || mirror.displayStyle == .dictionary {
      let parts = mirror.children.map { child -> [UInt8] in
        var part: [UInt8] = []
        append(child.value, to: &part, depth: depth + 1)
        return part
      }
      for part in parts.sorted(by: { $0.lexicographicallyPrecedes($1) }) { bytes += part }
    } else {
      for child in mirror.children {
        if let label = child.label { append(text: label, to: &bytes) }
        append(child.value, to: &bytes, depth: depth + 1)
      }
    }
    bytes.append(UInt8(ascii: ")"))
  }
}
