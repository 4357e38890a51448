import Diagnostics

/// One statement of a configuration of nginx: its words, and the blocks that it stands in.
struct NginxStatement {
  /// The first words of the blocks around it, the outermost first: `http`, `upstream vault`.
  var blocks: [String]
  /// Its words, quotes taken off.
  var words: [String]
  /// The comment behind it on its line; empty without one.
  var comment: String
  /// Where it begins.
  var place: SourceLocation
}

/// Reads the statements of a configuration of nginx; only `;`, braces, quotes and comments mean anything to it.
struct NginxReader {
  private let path: String
  private var blocks: [String] = []
  private var words: [String] = []
  private var start = 1
  private(set) var statements: [NginxStatement] = []
  /// The line of a brace that closes nothing, or is never closed; nil where all fit.
  private(set) var lineOfStrayBrace: Int?

  init(_ text: String, path: String) {
    self.path = path
    var line = 1
    var rest = Substring(text).unicodeScalars[...]
    while let first = rest.first {
      switch first {
      case "\n":
        line += 1
        rest.removeFirst()
      case "#": takeComment(&rest, on: line)
      case ";", "{", "}":
        take(first, on: line)
        rest.removeFirst()
      case _ where first.properties.isWhitespace: rest.removeFirst()
      default:
        if words.isEmpty { start = line }
        words.append(Self.word(&rest, &line))
      }
    }
    if !blocks.isEmpty { lineOfStrayBrace = lineOfStrayBrace ?? line }
  }

  private mutating func take(_ mark: Unicode.Scalar, on line: Int) {
    if mark == "}" {
      if blocks.popLast() == nil { lineOfStrayBrace = lineOfStrayBrace ?? line }
    } else if mark == "{" {
      blocks.append(words.joined(separator: " "))
    } else if !words.isEmpty {
      statements.append(
        NginxStatement(blocks: blocks, words: words, comment: "", place: SourceLocation(path, start)))
    }
    words = []
  }

  private mutating func takeComment(_ rest: inout Substring.UnicodeScalarView, on line: Int) {
    let comment = rest.prefix { $0 != "\n" }
    rest = rest[comment.endIndex...]
    guard words.isEmpty, let last = statements.last, last.place.line == line else { return }
    statements[statements.count - 1].comment = String(Substring(comment.dropFirst())).trimmingBlanks
  }

  private static func word(_ rest: inout Substring.UnicodeScalarView, _ line: inout Int) -> String {
    var word = String.UnicodeScalarView()
    let quote = rest.first.flatMap { $0 == "\"" || $0 == "'" ? $0 : nil }
    if quote != nil { rest.removeFirst() }
    while let next = rest.first {
      if let quote, next == quote {
        rest.removeFirst()
        break
      }
      if quote == nil, next.properties.isWhitespace || next == ";" || next == "{" || next == "}" { break }
      rest.removeFirst()
      if next == "\n" { line += 1 }
      if next == "\\", let escaped = rest.first {
        if escaped == "\n" { line += 1 }
        word.append(escaped)
        rest.removeFirst()
      } else {
        word.append(next)
      }
    }
    return String(word)
  }
}

extension String {
  /// The text without blanks at its ends.
  fileprivate var trimmingBlanks: String {
    let blank: (Character) -> Bool = { $0 == " " || $0 == "\t" || $0 == "\r" }
    return String(drop(while: blank).reversed().drop(while: blank).reversed())
  }
}
