/// A piece of the picture that Graphviz wrote: an element or text, with every escape left as it was.
enum Markup {
  case element(Element)
  case text(Substring)

  struct Element {
    var name: Substring
    /// Names and values in order; the values are still escaped.
    var attributes: [(name: Substring, value: Substring)]
    var children: [Markup] = []

    subscript(attribute: String) -> Substring? {
      attributes.first { $0.name == attribute }?.value
    }

    var classes: [Substring] { self["class"]?.split(separator: " ") ?? [] }

    var elements: [Element] {
      children.compactMap { child in
        if case .element(let element) = child { element } else { nil }
      }
    }

    /// The texts inside, still escaped.
    var texts: [Substring] {
      children.flatMap { child in
        switch child {
        case .text(let text): [text]
        case .element(let element): element.texts
        }
      }
    }
  }
}

/// Reads the SVG that Graphviz writes; declarations and comments are left out, and so is white space between elements.
struct MarkupReader {
  struct Malformed: Error, CustomStringConvertible {
    var description: String { "the picture that Graphviz wrote is not well-formed" }
  }

  private var rest: Substring.UTF8View

  /// The root element of a document.
  static func read(_ document: String) throws -> Markup.Element {
    var reader = MarkupReader(rest: withPlainHyphens(document)[...].utf8)
    var open = [Markup.Element(name: "", attributes: [])]
    while !reader.rest.isEmpty { try reader.readPiece(into: &open) }
    guard open.count == 1, let root = open[0].elements.first else { throw Malformed() }
    return root
  }

  /// Graphviz escapes every hyphen, for the sake of its comments.
  private static func withPlainHyphens(_ document: String) -> String {
    let escaped = Array("&#45;".utf8)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(document.utf8.count)
    for byte in document.utf8 {
      bytes.append(byte)
      if byte == UInt8(ascii: ";") && bytes.suffix(escaped.count).elementsEqual(escaped) {
        bytes.removeLast(escaped.count)
        bytes.append(UInt8(ascii: "-"))
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private mutating func readPiece(into open: inout [Markup.Element]) throws {
    if rest.starts(with: "<!--".utf8) {
      try skip(past: "-->")
    } else if rest.starts(with: "<?".utf8) || rest.starts(with: "<!".utf8) {
      try skip(past: ">")
    } else if rest.starts(with: "</".utf8) {
      guard open.count > 1, let closed = open.popLast() else { throw Malformed() }
      open[open.count - 1].children.append(.element(closed))
      try skip(past: ">")
    } else if rest.first == UInt8(ascii: "<") {
      rest = rest.dropFirst()
      let (element, isClosed) = try readTag()
      if isClosed {
        open[open.count - 1].children.append(.element(element))
      } else {
        open.append(element)
      }
    } else {
      let end = rest.firstIndex(of: UInt8(ascii: "<")) ?? rest.endIndex
      let text = Substring(rest[..<end])
      if !text.allSatisfy(\.isWhitespace) { open[open.count - 1].children.append(.text(text)) }
      rest = rest[end...]
    }
  }

  private mutating func readTag() throws -> (Markup.Element, isClosed: Bool) {
    var element = Markup.Element(name: Substring(take { !Self.isBlank($0) && !Self.endsTag($0) }), attributes: [])
    while true {
      _ = take(Self.isBlank)
      guard let next = rest.first else { throw Malformed() }
      if Self.endsTag(next) {
        try skip(past: ">")
        return (element, next == UInt8(ascii: "/"))
      }
      let name = take { $0 != UInt8(ascii: "=") }
      guard rest.starts(with: "=\"".utf8) else { throw Malformed() }
      rest = rest.dropFirst(2)
      let value = take { $0 != UInt8(ascii: "\"") }
      rest = rest.dropFirst()
      element.attributes.append((Substring(name), Substring(value)))
    }
  }

  private mutating func take(_ belongs: (UInt8) -> Bool) -> Substring.UTF8View {
    let taken = rest.prefix(while: belongs)
    rest = rest[taken.endIndex...]
    return taken
  }

  private mutating func skip(past end: StaticString) throws {
    let end = Array(end.description.utf8)
    while !rest.isEmpty {
      if rest.starts(with: end) {
        rest = rest.dropFirst(end.count)
        return
      }
      rest = rest.dropFirst()
    }
    throw Malformed()
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\t")
  }

  private static func endsTag(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/")
  }
}
