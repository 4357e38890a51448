/// Text that came from outside, fit to be shown: no control character reaches a terminal or a page.
enum Visible {
  /// The text with line ends and tabs as they are, and every other control character, also those that turn the direction
  /// of text, as `?`.
  static func text(_ text: String) -> String {
    var shown = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { shown.append(Name.isControl(scalar) && scalar != "\n" ? "?" : scalar) }
    return String(shown)
  }

  /// The text on one line.
  static func line(_ text: String) -> String {
    var shown = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      shown.append(scalar == "\n" || scalar == "\t" ? " " : Name.isControl(scalar) ? "?" : scalar)
    }
    return String(shown)
  }
}
