/// Text as Markdown shows it, on GitHub and elsewhere: nothing in it is taken for a mark.
public enum Markdown {
  /// Prose: every punctuation mark that could mean something is escaped, line breaks become spaces.
  public static func text(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      if scalar == "\n" || scalar == "\r" || scalar == "\t" {
        escaped += " "
      } else if UnsafeCharacters.mustBeEscaped(scalar) {
        escaped += "\u{FFFD}"
      } else if scalar == "<" || scalar == ">" || scalar == "&" {
        escaped += "&#\(scalar.value);"
      } else {
        if marks.contains(scalar) { escaped += "\\" }
        escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  private static let marks = Set("\\`*_{}[]()#+!|~@".unicodeScalars)

  /// Text as code: in more backquotes than it has itself, on one line.
  public static func code(_ text: String) -> String {
    let line = String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { UnsafeCharacters.mustBeEscaped($0) || $0 == "\n" || $0 == "\t" ? " " : $0 }))
    let fence = String(repeating: "`", count: longestRun(of: "`", in: line) + 1)
    let space = line.hasPrefix("`") || line.hasSuffix("`") || line.isEmpty ? " " : ""
    return fence + space + line + space + fence
  }

  /// Lines as a block of code in a language: in a fence that none of them ends.
  public static func block(_ text: String, in language: StaticString) -> String {
    let fence = String(repeating: "`", count: max(3, longestRun(of: "`", in: text) + 1))
    return "\(fence)\(language)\n\(text)\(text.hasSuffix("\n") ? "" : "\n")\(fence)\n"
  }

  private static func longestRun(of character: Character, in text: String) -> Int {
    var (longest, run) = (0, 0)
    for other in text {
      run = other == character ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest
  }
}
