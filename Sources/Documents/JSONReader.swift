/// Reads JSON into a tree: keys keep their order, and of keys with the same name the last one stands.
public enum JSONReader {
  /// Why bytes are no JSON document that can be read.
  public struct Unreadable: Error, Sendable, Hashable, CustomStringConvertible {
    /// What is wrong, one phrase.
    public var reason: String
    /// The line, counted from 1.
    public var line: Int

    /// Line and reason.
    public var description: String { "line \(line): \(reason)" }
  }

  /// Reads one document.
  ///
  /// Whole numbers become integers, others fractions. Containers may lie 100 deep.
  ///
  /// - Parameter bytes: The document, UTF-8.
  /// - Returns: The tree.
  /// - Throws: ``Unreadable`` with the line.
  public static func read(_ bytes: [UInt8]) throws(Unreadable) -> Node {
    var parser = JSONParser(bytes: bytes)
    let node = try parser.value(depth: 0)
    parser.skipSpace()
    guard parser.position == bytes.count else { throw parser.unreadable("something stands after the document") }
    return node
  }
}

private struct JSONParser {
  let bytes: [UInt8]
  var position = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  func unreadable(_ reason: String) -> JSONReader.Unreadable {
    let line = bytes[..<min(position, bytes.count)].count { $0 == Ascii.newline } + 1
    return JSONReader.Unreadable(reason: reason, line: line)
  }

  mutating func skipSpace() {
    while let byte = next, [Ascii.space, Ascii.newline, Ascii.tab, Ascii.carriageReturn].contains(byte) {
      position += 1
    }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    skipSpace()
    guard next == byte else { return false }
    position += 1
    return true
  }

  mutating func value(depth: Int) throws(JSONReader.Unreadable) -> Node {
    guard depth < 100 else { throw unreadable("more than 100 containers lie inside each other") }
    skipSpace()
    switch next {
    case UInt8(ascii: "{"): return try mapping(depth)
    case UInt8(ascii: "["): return try sequence(depth)
    case Ascii.quote: return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case nil: throw unreadable("the document ends in the middle")
    default: return try number()
    }
  }

  private mutating func mapping(_ depth: Int) throws(JSONReader.Unreadable) -> Node {
    position += 1
    var entries: [(String, Node?)] = []
    if take(UInt8(ascii: "}")) { return .mapping([]) }
    repeat {
      skipSpace()
      guard next == Ascii.quote else { throw unreadable("a key is text in quotes") }
      let key = try string()
      guard take(Ascii.colon) else { throw unreadable("a colon follows a key") }
      entries.append((key, try value(depth: depth + 1)))
    } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "}")) else { throw unreadable("a comma or a brace follows a value") }
    return .mapping(entries)
  }

  private mutating func sequence(_ depth: Int) throws(JSONReader.Unreadable) -> Node {
    position += 1
    var items: [Node] = []
    if take(UInt8(ascii: "]")) { return .sequence(items) }
    repeat { items.append(try value(depth: depth + 1)) } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "]")) else { throw unreadable("a comma or a bracket follows a value") }
    return .sequence(items)
  }

  private mutating func word(_ word: StaticString, _ node: Node) throws(JSONReader.Unreadable) -> Node {
    let word = Array(word.description.utf8)
    guard bytes[position...].starts(with: word) else { throw unreadable("this is no value") }
    position += word.count
    return node
  }

  private mutating func number() throws(JSONReader.Unreadable) -> Node {
    let start = position
    while let byte = next, Ascii.isDigit(byte) || "+-.eE".utf8.contains(byte) { position += 1 }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    if let int = Int(text) { return .int(int) }
    guard let double = Double(text) else {
      position = start
      throw unreadable("this is no value")
    }
    return .double(double)
  }

  private mutating func string() throws(JSONReader.Unreadable) -> String {
    position += 1
    var text: [UInt8] = []
    while let byte = next {
      position += 1
      switch byte {
      case Ascii.quote:
        guard let string = String(validating: text, as: UTF8.self) else { throw unreadable("this text is not UTF-8") }
        return string
      case Ascii.backslash: text += try escape()
      case 0..<0x20: throw unreadable("a control character stands in a text")
      default: text.append(byte)
      }
    }
    throw unreadable("a text does not end")
  }

  private mutating func escape() throws(JSONReader.Unreadable) -> [UInt8] {
    guard let byte = next else { throw unreadable("a text does not end") }
    position += 1
    switch byte {
    case Ascii.quote, Ascii.backslash, UInt8(ascii: "/"): return [byte]
    case UInt8(ascii: "n"): return [Ascii.newline]
    case UInt8(ascii: "t"): return [Ascii.tab]
    case UInt8(ascii: "r"): return [Ascii.carriageReturn]
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "f"): return [0x0C]
    case UInt8(ascii: "u"): return try unicodeEscape()
    default: throw unreadable("a backslash stands before something that needs none")
    }
  }

  private mutating func unicodeEscape() throws(JSONReader.Unreadable) -> [UInt8] {
    var units = [try hexadecimal()]
    if UTF16.isLeadSurrogate(units[0]), bytes[position...].starts(with: [Ascii.backslash, UInt8(ascii: "u")]) {
      position += 2
      units.append(try hexadecimal())
    }
    guard let text = String(validating: units, as: UTF16.self) else {
      throw unreadable("half a character stands alone")
    }
    return Array(text.utf8)
  }

  private mutating func hexadecimal() throws(JSONReader.Unreadable) -> UInt16 {
    let digits = bytes[position...].prefix(4)
    let text = String(decoding: digits, as: UTF8.self)
    guard digits.count == 4, digits.allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") }),
      let unit = UInt16(text, radix: 16)
    else { throw unreadable("four hexadecimal digits follow \\u") }
    position += 4
    return unit
  }
}
