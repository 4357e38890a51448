/// Marks that stand in a text for variables nobody set, so that they survive splitting and joining.
///
/// A mark is the variable's name between two code points that no file may contain.
public enum Placeholder {
  private static let open: Unicode.Scalar = "\u{10FFF0}"
  private static let close: Unicode.Scalar = "\u{10FFF1}"

  /// A piece of a text.
  public enum Piece: Sendable, Hashable {
    /// Text as it is.
    case text(String)
    /// The value of a variable that is not known.
    case variable(String)
  }

  /// The mark of a variable.
  static func mark(_ name: String) -> String { "\(open)\(name)\(close)" }

  /// Whether a text from a file has none of the two code points.
  static func isAbsent(in text: String) -> Bool {
    !text.unicodeScalars.contains { $0 == open || $0 == close }
  }

  /// Whether a text holds a mark.
  public static func isPresent(in text: String) -> Bool { text.unicodeScalars.contains(open) }

  /// The text and the variables of a text, in order.
  public static func pieces(of text: String) -> [Piece] {
    var pieces: [Piece] = []
    var current = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case open:
        if !current.isEmpty { pieces.append(.text(String(current))) }
        current = String.UnicodeScalarView()
      case close:
        pieces.append(.variable(String(current)))
        current = String.UnicodeScalarView()
      default: current.append(scalar)
      }
    }
    if !current.isEmpty { pieces.append(.text(String(current))) }
    return pieces
  }

  /// The variables that a text waits for, in order.
  public static func variables(in text: String) -> [String] {
    guard isPresent(in: text) else { return [] }
    return pieces(of: text).compactMap { if case .variable(let name) = $0 { name } else { nil } }
  }

  /// The text as a person would write it: variables as `${NAME}`.
  public static func written(_ text: String) -> String {
    guard isPresent(in: text) else { return text }
    return pieces(of: text).map { piece in
      switch piece {
      case .text(let text): text
      case .variable(let name): "${\(name)}"
      }
    }.joined()
  }

  /// The text with nothing where variables stand, as Compose itself would have it.
  public static func blank(_ text: String) -> String {
    guard isPresent(in: text) else { return text }
    return pieces(of: text).map { if case .text(let text) = $0 { text } else { "" } }.joined()
  }
}
