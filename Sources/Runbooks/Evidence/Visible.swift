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

  /// A line of the run's own, which may ask for an empty one before it.
  static func lines(_ text: String) -> [String] {
    text.hasPrefix("\n") ? ["", line(String(text.dropFirst()))] : [line(text)]
  }
}
