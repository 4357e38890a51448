import Diagnostics

/// Prints trees as XML 1.0, one element a line.
public enum XML {
  /// An element with its attributes and what stands inside it.
  public struct Element: Sendable, Hashable {
    /// One attribute.
    public struct Attribute: Sendable, Hashable {
      let name: String
      let value: String
    }

    /// Its name.
    public let name: String
    /// Its attributes in order.
    public let attributes: [Attribute]
    /// The elements inside it.
    public var children: [Element]
    /// The text inside it, before the elements.
    public var text: String?
    /// Where it comes from; nil for where the element around it comes from.
    public var origin: SourceLocation?
    /// What else it depends on.
    public var others: [SourceLocation]

    /// Makes an element.
    ///
    /// Names of elements and attributes are words of the program, never text from elsewhere.
    ///
    /// - Parameters:
    ///   - name: Its name.
    ///   - attributes: Names and values; those whose value is nil are left out.
    ///   - text: The text inside it.
    ///   - origin: Where it comes from.
    ///   - others: What else it depends on.
    ///   - children: The elements inside it.
    public init(
      _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String?> = [:], text: String? = nil,
      from origin: SourceLocation? = nil, and others: [SourceLocation] = [], children: [Element] = []
    ) {
      self.name = name.description
      self.attributes = attributes.compactMap { name, value in
        value.map { Attribute(name: name.description, value: $0) }
      }
      self.children = children
      self.text = text
      self.origin = origin
      self.others = others
    }
  }

  /// Prints a document.
  ///
  /// - Parameters:
  ///   - root: Its root element.
  ///   - header: Comment lines at its top.
  /// - Returns: The lines, the first of which is the XML declaration.
  /// - Throws: ``UnrepresentableValue`` for text with characters that XML 1.0 does not allow, escaped or not.
  public static func print(_ root: Element, header: [String] = []) throws -> PrintedText {
    var out = TextWriter(origin: root.origin)
    out.line("<?xml version=\"1.0\" encoding=\"UTF-8\"?>")
    for line in CommentText.lines(of: header.joined(separator: "\n")) {
      out.line("<!-- \(withoutDoubleDashes(line)) -->")
    }
    try write(root, to: &out)
    return out.printed
  }

  private static func write(_ element: Element, to out: inout TextWriter) throws {
    try out.from(element.origin, and: element.others) { out in
      var tag = "<" + element.name
      for attribute in element.attributes {
        tag += " \(attribute.name)=\"\(try escape(attribute.value, from: out.origin))\""
      }
      let text = try escape(element.text ?? "", from: out.origin)
      if element.children.isEmpty {
        out.line(text.isEmpty ? tag + "/>" : "\(tag)>\(text)</\(element.name)>")
      } else {
        out.line("\(tag)>\(text)")
        try out.indented { out in
          for child in element.children { try write(child, to: &out) }
        }
        out.line("</\(element.name)>")
      }
    }
  }

  private static func escape(_ text: String, from origin: SourceLocation?) throws -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      // As they are, readers would take them for spaces, or a carriage return for a line break.
      case "\n", "\t", "\r": escaped += "&#\(scalar.value);"
      case "\0"..<" ", "\u{FFFE}", "\u{FFFF}":
        throw UnrepresentableValue(
          format: "XML", value: text, reason: "XML has no way to write one of its characters", origin: origin)
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  private static func withoutDoubleDashes(_ line: String) -> String {
    var result = ""
    for character in line {
      if character == "-" && result.last == "-" { result.append(" ") }
      result.append(character)
    }
    return result.last == "-" ? result + " " : result
  }
}
