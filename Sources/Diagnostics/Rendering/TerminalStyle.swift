/// What a terminal can show: colours, and how many columns.
public struct TerminalStyle: Sendable {
  /// What a colour stands for.
  enum Colour: String {
    case error = "1;31"
    case warning = "1;33"
    case note = "1;36"
    case strong = "1"
    case frame = "34"
    case way = "32"
    case removed = "31"
  }

  /// Whether colours are used.
  public var usesColour: Bool
  /// How many columns there are; nil where lines may have any length.
  public var width: Int?

  /// Describes a terminal.
  ///
  /// - Parameters:
  ///   - usesColour: Whether colours are used.
  ///   - width: How many columns there are, at least 40; nil, as unless said otherwise, where lines may have any length.
  public init(usesColour: Bool, width: Int? = nil) {
    self.usesColour = usesColour
    self.width = width.map { max(40, $0) }
  }

  /// No colours, lines of any length.
  public static let plain = TerminalStyle(usesColour: false)

  /// A text in a colour.
  func paint(_ text: String, _ colour: Colour) -> String {
    usesColour && !text.isEmpty ? "\u{1B}[\(colour.rawValue)m\(text)\u{1B}[0m" : text
  }

  /// A label and a text, broken at blanks where it is too long; further lines stand under the text or, where the label
  /// is long, under four blanks.
  ///
  /// - Parameters:
  ///   - label: What comes first, with the blank after it.
  ///   - labelColour: The label's colour.
  ///   - text: The text, from anybody.
  ///   - colour: The text's colour, if it has one.
  /// - Returns: The lines.
  func lines(label: String = "", _ labelColour: Colour? = nil, text: String, _ colour: Colour? = nil) -> [String] {
    let indent = min(PrintableText.width(label), 8)
    var rows: [String] = [""]
    var used = PrintableText.width(label)
    for word in PrintableText.line(text).split(separator: " ", omittingEmptySubsequences: false) {
      let needed = PrintableText.width(word)
      let isFirst = rows[rows.count - 1].isEmpty
      if let width, !isFirst, used + 1 + needed > width {
        rows.append(String(word))
        used = indent + needed
      } else {
        rows[rows.count - 1] += (isFirst ? "" : " ") + word
        used += (isFirst ? 0 : 1) + needed
      }
    }
    let blank = String(repeating: " ", count: indent)
    return rows.enumerated().map { number, row in
      let painted = colour.map { paint(row, $0) } ?? row
      if number > 0 { return blank + painted }
      return (labelColour.map { paint(label, $0) } ?? label) + painted
    }
  }
}
