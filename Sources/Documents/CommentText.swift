/// Text made fit to stand in comments: it cannot end the comment it stands in.
enum CommentText {
  /// The lines of a comment.
  ///
  /// Characters that some parser could take for the end of a line, and other control characters,
  /// become replacement characters.
  static func lines(of text: String) -> [String] {
    var lines = [""]
    var isFirst = true
    for scalar in text.unicodeScalars {
      if scalar == "\n" {
        lines.append("")
      } else if UnsafeCharacters.mustBeEscaped(scalar) {
        lines[lines.count - 1].unicodeScalars.append("\u{FFFD}")
      } else {
        lines[lines.count - 1].unicodeScalars.append(scalar)
      }
      isFirst = false
    }
    return isFirst ? [] : lines.map(trimmed)
  }

  private static func trimmed(_ line: String) -> String {
    var line = line[...]
    while line.last == " " { line.removeLast() }
    return String(line)
  }
}
