/// A line of source with its number, and carets under a stretch of it.
struct SourceExcerpt {
  /// What the terminal can show.
  let style: TerminalStyle

  /// The lines that show a line of source; none where it is not at hand.
  ///
  /// - Parameters:
  ///   - location: The line.
  ///   - span: What is underlined; its line is shown instead, where it is another one.
  ///   - source: The file.
  /// - Returns: A frame of two or three lines.
  func lines(_ location: SourceLocation, span: SourceText.Span?, in source: SourceText) -> [String] {
    let number = span?.line ?? location.line
    guard let text = source[number] else { return [] }
    let head = text.utf8.prefix(span?.bytes.lowerBound ?? 0)
    let marked = text.utf8.dropFirst(head.count).prefix(span?.bytes.count ?? 0)
    let column = PrintableText.width(PrintableText.line(Substring(head)))
    let length = PrintableText.width(PrintableText.line(Substring(marked)))
    let margin = String(repeating: " ", count: "\(number)".count)
    let (shown, offset) = window(PrintableText.line(text), around: column, length, margin: margin.count + 3)
    let bar = "\(margin) \(style.paint("|", .frame))"
    var below = bar
    if length > 0 {
      below += " " + String(repeating: " ", count: column + offset) + style.paint(carets(length), .error)
    }
    return [bar, "\(style.paint("\(number) |", .frame)) \(shown)", below]
  }

  private func carets(_ count: Int) -> String { String(repeating: "^", count: count) }

  /// The part of a line that the terminal has room for, and how far that moved it to the right.
  private func window(_ line: String, around column: Int, _ length: Int, margin: Int) -> (String, offset: Int) {
    guard let width = style.width, PrintableText.width(line) > width - margin else { return (line, 0) }
    let room = width - margin - 2
    let cut = column + length <= room ? 0 : max(0, min(column - 8, column + length - room + 8))
    var (skipped, shown, used) = (0, "", 0)
    for character in line {
      let columns = PrintableText.width(String(character))
      if skipped < cut {
        skipped += columns
      } else if used + columns <= room {
        shown.append(character)
        used += columns
      } else {
        shown += "…"
        break
      }
    }
    return skipped == 0 ? (shown, 0) : ("…" + shown, 1 - skipped)
  }
}
