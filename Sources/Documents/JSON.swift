import Diagnostics

/// Prints trees as JSON: two spaces of indentation, keys in the order of the tree, empty containers on one line.
///
/// Comments are left out; infinity and not-a-number, which JSON does not have, are printed as `null`.
public enum JSON {
  /// Prints one document.
  public static func print(_ node: Node) -> PrintedText {
    var printer = JSONPrinter(out: TextWriter(origin: node.origin))
    printer.print(node, inside: nil)
    printer.out.endLine(LineOrigin(of: node, inside: nil))
    return printer.out.printed
  }

  /// Text as a JSON string, with its quotes.
  public static func quote(_ text: String) -> String {
    var printer = JSONPrinter(out: TextWriter())
    printer.print(text)
    return printer.out.printed.text
  }
}

private struct JSONPrinter {
  var out: TextWriter
  private var depth = 0

  init(out: TextWriter) { self.out = out }

  mutating func print(_ node: Node, inside outer: LineOrigin?) {
    let origin = LineOrigin(of: node, inside: outer)
    switch node.content {
    case .null: out.put("null")
    case .bool(let value): out.put(value ? "true" : "false")
    case .int(let value): out.put(String(value))
    case .double(let value): out.put(value.isFinite ? value.description : "null")
    case .string(let value): print(value)
    case .sequence(let items):
      list(items, between: ("[", "]"), origin: origin, node: \.self) { $0.print($1, inside: origin) }
    case .mapping(let mapping):
      list(mapping.entries, between: ("{", "}"), origin: origin, node: \.value) { printer, entry in
        printer.print(entry.key)
        printer.out.put(": ")
        printer.print(entry.value, inside: origin)
      }
    }
  }

  private mutating func list<Item>(
    _ items: [Item], between brackets: (open: String, close: String), origin: LineOrigin,
    node: (Item) -> Node, print: (inout JSONPrinter, Item) -> Void
  ) {
    out.put(brackets.open)
    if !items.isEmpty {
      depth += 1
      // A line belongs to the item that ends on it, the opening one to the container.
      var endedHere = origin
      for (index, item) in items.enumerated() {
        if index > 0 { out.put(UInt8(ascii: ",")) }
        out.endLine(endedHere)
        out.put(spaces: 2 * depth)
        print(&self, item)
        endedHere = LineOrigin(of: node(item), inside: origin)
      }
      out.endLine(endedHere)
      depth -= 1
      out.put(spaces: 2 * depth)
    }
    out.put(brackets.close)
  }

  mutating func print(_ text: String) {
    out.put(Ascii.quote)
    defer { out.put(Ascii.quote) }
    // Most texts need no escape.
    if text.utf8.allSatisfy({ $0 >= Ascii.space && $0 != Ascii.quote && $0 != Ascii.backslash && $0 != 0x7F }) {
      out.put(text)
      return
    }
    for byte in text.utf8 {
      switch byte {
      case Ascii.quote, Ascii.backslash:
        out.put(Ascii.backslash)
        out.put(byte)
      case Ascii.newline: out.put("\\n")
      case Ascii.tab: out.put("\\t")
      case Ascii.carriageReturn: out.put("\\r")
      case 0..<0x20, 0x7F:
        out.put("\\u")
        out.put(hex: UInt32(byte), digits: 4)
      default: out.put(byte)
      }
    }
  }
}
