/// Text made fit to stand in comments: it cannot end the comment it stands in.
enum CommentText {
  /// The lines of a comment.
  ///
  /// Characters that some parser could take for the end of a line, and other control characters,
  /// become replacement characters.
  static func lines(of text: String) -> [String] {
    guard !text.isEmpty else { return [] }
    // Most comments are one line of plain letters.
    if text.utf8.allSatisfy({ (Ascii.space..<0x7F).contains($0) }) { return [trimmed(text)] }
    var lines = [""]
    for scalar in text.unicodeScalars {
      if scalar == "\n" {
        lines.append("")
      } else if UnsafeCharacters.mustBeEscaped(scalar) {
        lines[lines.count - 1].unicodeScalars.append("\u{FFFD}")
      } else {
        lines[lines.count - 1].unicodeScalars.append(scalar)
      }
    }
    return lines.map(trimmed)
  }

  private static func trimmed(_ line: String) -> String {
    let end = line.utf8.lastIndex { $0 != Ascii.space }
    return end.map { String(line[...$0]) } ?? ""
  }
}
