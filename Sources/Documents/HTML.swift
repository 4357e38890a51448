/// Writes HTML: elements by name, text and attribute values escaped by construction.
///
/// ```swift
/// var html = HTML()
/// html.element("p", class: "lead") {
///   $0.text("Read ")
///   $0.element("a", .href("vault.html")) { $0.text("Vault") }
/// }
/// ```
public struct HTML: Sendable {
  /// What was written so far, UTF-8.
  public private(set) var bytes: [UInt8] = []

  /// Starts with nothing written.
  public init() {}

  /// What was written so far.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// What was written so far, as a file.
  public var printed: PrintedText { PrintedText(bytes: bytes) }

  /// The first line of a page.
  public mutating func doctype() {
    put("<!DOCTYPE html>\n")
  }

  /// Writes an element with nothing inside it; one that cannot have content, such as `img`, gets no end tag.
  ///
  /// - Parameters:
  ///   - name: Its name, a word of the program.
  ///   - classes: Its classes, separated by spaces.
  ///   - id: Its identity on the page.
  ///   - attributes: Its other attributes.
  public mutating func element(
    _ name: StaticString, class classes: String? = nil, id: String? = nil, _ attributes: Attribute...
  ) {
    begin(name, classes, id, attributes)
    end(name, isVoid: Self.voidElements.contains(name.description))
  }

  /// Writes an element with what stands inside it.
  ///
  /// - Parameters:
  ///   - name: Its name, a word of the program.
  ///   - classes: Its classes, separated by spaces.
  ///   - id: Its identity on the page.
  ///   - attributes: Its other attributes.
  ///   - content: What stands inside it.
  public mutating func element(
    _ name: StaticString, class classes: String? = nil, id: String? = nil, _ attributes: Attribute...,
    content: (inout HTML) throws -> Void
  ) rethrows {
    begin(name, classes, id, attributes)
    try content(&self)
    end(name, isVoid: false)
  }

  /// Writes text.
  public mutating func text(_ text: String) {
    put(escaped: text, quotes: false)
  }

  /// Writes markup as it is, such as a diagram or rendered Markdown: whoever calls this vouches for it.
  public mutating func raw(alreadyRendered markup: String) {
    bytes.append(contentsOf: markup.utf8)
  }

  /// Writes what another writer wrote.
  public mutating func append(_ other: HTML) {
    bytes.append(contentsOf: other.bytes)
  }

  private mutating func begin(_ name: StaticString, _ classes: String?, _ id: String?, _ attributes: [Attribute]) {
    put("<")
    put(name)
    put(.id(id))
    put(.class(classes))
    for attribute in attributes { put(attribute) }
    put(">")
  }

  private mutating func end(_ name: StaticString, isVoid: Bool) {
    if !isVoid {
      put("</")
      put(name)
      put(">")
    }
    if Self.elementsThatEndLines.contains(name.description) { bytes.append(Ascii.newline) }
  }

  private mutating func put(_ attribute: Attribute) {
    guard let value = attribute.value else { return }
    bytes.append(Ascii.space)
    put(attribute.prefix)
    put(attribute.name)
    if attribute.isFlag { return }
    put("=\"")
    put(escaped: value, quotes: true)
    bytes.append(Ascii.quote)
  }

  private mutating func put(_ word: StaticString) {
    word.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  private mutating func put(escaped text: String, quotes: Bool) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "<"): put("&lt;")
      case UInt8(ascii: ">"): put("&gt;")
      case UInt8(ascii: "&"): put("&amp;")
      case Ascii.quote where quotes: put("&quot;")
      case Ascii.tab, Ascii.newline: bytes.append(byte)
      case Ascii.carriageReturn: put("&#13;")
      case 0..<0x20, 0x7F: put("\u{FFFD}")
      default: bytes.append(byte)
      }
    }
  }

  private static let voidElements: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
  ]

  /// Elements beside which a line break in the file cannot be seen on the page.
  private static let elementsThatEndLines: Set<String> = [
    "article", "aside", "blockquote", "body", "dd", "details", "div", "dl", "dt", "figcaption", "figure", "footer",
    "form",
    "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "li", "link", "main", "meta", "nav", "ol", "p",
    "pre", "script", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr", "ul",
  ]
}
