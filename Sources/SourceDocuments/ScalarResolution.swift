internal import Yams

/// What a scalar stands for, read as kubectl and Ansible do: YAML 1.1, where `yes` is true and `0755` is octal.
enum ScalarResolution {
  private static let words: [String: SourceNode.Content] = {
    var words: [String: SourceNode.Content] = [:]
    for word in ["", "~", "null", "Null", "NULL"] { words[word] = .null }
    for word in ["true", "True", "TRUE", "yes", "Yes", "YES", "on", "On", "ON"] { words[word] = .bool(true) }
    for word in ["false", "False", "FALSE", "no", "No", "NO", "off", "Off", "OFF"] { words[word] = .bool(false) }
    return words
  }()

  static func content(of scalar: Node.Scalar) -> SourceNode.Content {
    let text = scalar.string
    let tag = ownTag(of: .scalar(scalar))
    guard scalar.style == .any || scalar.style == .plain, tag == nil else { return .text(text) }
    if text.utf8.count <= 5, let word = words[text] { return word }
    return integer(text).map { .integer($0) } ?? fraction(text).map { .fraction($0) } ?? .text(text)
  }

  /// The tag that a person wrote; none for the ones that a parser gives.
  static func ownTag(of node: Node) -> String? {
    let tag: Tag
    switch node {
    case .scalar(let scalar): tag = scalar.tag
    case .sequence(let sequence): tag = sequence.tag
    case .mapping(let mapping): tag = mapping.tag
    case .alias: return nil
    }
    let name = tag.description
    return name.isEmpty || name == "tag:yaml.org,2002:str" || name == "?" ? nil : name
  }

  private static func integer(_ text: String) -> Int? {
    guard let first = text.utf8.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") || isDigit(first)
    else { return nil }
    let isNegative = first == UInt8(ascii: "-")
    let digits = isDigit(first) ? text[...] : text.dropFirst()
    let magnitude: Int?
    if digits.hasPrefix("0x") {
      magnitude = Int(digits.dropFirst(2), radix: 16)
    } else if digits.hasPrefix("0o") {
      magnitude = Int(digits.dropFirst(2), radix: 8)
    } else if digits.utf8.count > 1, digits.hasPrefix("0") {
      magnitude = Int(digits.dropFirst(), radix: 8)
    } else {
      magnitude = digits.utf8.allSatisfy(isDigit) ? Int(digits) : nil
    }
    return magnitude.flatMap { $0 < 0 ? nil : isNegative ? -$0 : $0 }
  }

  private static func fraction(_ text: String) -> Double? {
    guard let last = text.utf8.last, isDigit(last) || last == UInt8(ascii: "."), text.utf8.contains(where: isDigit),
      text.utf8.contains(where: { $0 == UInt8(ascii: ".") || $0 | 0x20 == UInt8(ascii: "e") }),
      text.utf8.allSatisfy({ isDigit($0) || "+-.eE".utf8.contains($0) }), let value = Double(text), value.isFinite
    else { return nil }
    return value
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
