/// Reads `.env` and `env_file` files.
///
/// A line is `NAME=value`, `export NAME=value` or `NAME: value`; a name alone takes the value from outside. Values in
/// single quotes are literal, in double quotes they know `\n` and variables, and both may run over lines; without quotes
/// ` #` starts a comment. The `raw` format has none of this: what follows the equals sign is the value.
struct EnvironmentFile {
  /// One variable of a file.
  struct Entry: Equatable {
    var name: String
    /// Nil for a name alone.
    var value: String?
    var line: Int
  }

  /// A line that cannot be read.
  struct Problem: Error, Equatable {
    var line: Int
    var message: String
  }

  /// The variables in order; of equal names the last counts.
  private(set) var entries: [Entry] = []
  /// The variables without a value that its values name.
  private(set) var unset: [(name: String, line: Int)] = []
  private let lookup: (String) -> String?
  private let keepsUnset: Bool
  private var known: [String: String] = [:]

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - text: The file's text.
  ///   - raw: Whether values are taken as they are.
  ///   - keepsUnset: Whether a variable without a value leaves a ``Placeholder`` mark.
  ///   - lookup: The values of variables that the file does not set itself.
  /// - Throws: ``Problem`` for the first line that cannot be read.
  init(_ text: String, raw: Bool, keepsUnset: Bool, lookup: @escaping (String) -> String?) throws {
    self.lookup = lookup
    self.keepsUnset = keepsUnset
    guard Placeholder.isAbsent(in: text) else { throw Problem(line: 1, message: "a character that no file needs") }
    let lines = text.replacing("\r\n", with: "\n").split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
    if raw {
      try readRaw(lines)
    } else {
      try read(lines)
    }
  }

  private mutating func readRaw(_ lines: [String]) throws {
    for (index, line) in lines.enumerated() {
      let statement = line.drop { $0.isWhitespace }
      if statement.isEmpty || statement.first == "#" { continue }
      guard let equals = statement.firstIndex(of: "=") else {
        entries.append(Entry(name: String(statement), value: nil, line: index + 1))
        continue
      }
      entries.append(
        Entry(name: String(statement[..<equals]), value: String(statement[equals...].dropFirst()), line: index + 1))
    }
  }

  private mutating func read(_ lines: [String]) throws {
    var index = 0
    while index < lines.count {
      let number = index + 1
      var statement = lines[index].drop { $0.isWhitespace || $0 == "\u{FEFF}" }
      index += 1
      if statement.isEmpty || statement.first == "#" { continue }
      if statement.hasPrefix("export"), statement.dropFirst(6).first?.isWhitespace == true {
        statement = statement.dropFirst(6).drop { $0.isWhitespace }
      }
      let end = statement.firstIndex { $0 == "=" || $0 == ":" } ?? statement.endIndex
      let name = try Self.name(statement[..<end], line: number)
      if end == statement.endIndex {
        entries.append(Entry(name: name, value: nil, line: number))
        continue
      }
      let rest = statement[end...].dropFirst().drop { $0.isWhitespace }
      let value: String
      if let quote = rest.first, quote == "\"" || quote == "'" {
        let quoted = try Self.quoted(rest.dropFirst(), quote: quote, lines: lines, next: &index, line: number)
        value = quote == "'" ? quoted : try expanded(Self.unescaped(quoted), line: number)
      } else {
        value = try expanded(Self.withoutComment(rest), line: number)
      }
      known[name] = value
      entries.append(Entry(name: name, value: value, line: number))
    }
  }

  private mutating func expanded(_ text: String, line: Int) throws -> String {
    let known = known
    let lookup = lookup
    var interpolation = Interpolation(keepsUnset: keepsUnset) { lookup($0) ?? known[$0] }
    do {
      let value = try interpolation.fill(text)
      unset += interpolation.uses.filter { $0.use == .unset }.map { ($0.name, line) }
      return value
    } catch Interpolation.Problem.required(let name, let reason) {
      throw Problem(line: line, message: "\(name) must be set\(reason.isEmpty ? "" : ": \(reason)")")
    } catch {
      throw Problem(line: line, message: "a variable is written `${NAME}`")
    }
  }

  private static func name(_ text: Substring, line: Int) throws -> String {
    let name = text.trimmingSuffix { $0.isWhitespace }
    guard !name.isEmpty, name.allSatisfy({ $0.isLetter || $0.isNumber || "_.-[]".contains($0) }) else {
      throw Problem(line: line, message: "a name has letters, digits, `_`, `.` and `-`")
    }
    return String(name)
  }

  /// The text up to the closing quote, over as many lines as it takes.
  private static func quoted(
    _ first: Substring, quote: Character, lines: [String], next: inout Int, line: Int
  ) throws -> String {
    var result = ""
    var rest = first
    while true {
      var escaped = false
      for character in rest {
        if escaped {
          if character != quote { result.append("\\") }
          result.append(character)
          escaped = false
        } else if character == "\\" {
          escaped = true
        } else if character == quote {
          return result
        } else {
          result.append(character)
        }
      }
      if escaped { result.append("\\") }
      guard next < lines.count else { throw Problem(line: line, message: "the quote is not closed") }
      result.append("\n")
      rest = lines[next][...]
      next += 1
    }
  }

  private static func withoutComment(_ text: Substring) -> String {
    var value = text
    if let comment = text.firstRange(of: " #") { value = text[..<comment.lowerBound] }
    return String(value.trimmingSuffix { $0.isWhitespace })
  }

  private static func unescaped(_ text: String) -> String {
    var result = ""
    var characters = text.makeIterator()
    while let character = characters.next() {
      guard character == "\\" else {
        result.append(character)
        continue
      }
      switch characters.next() {
      case "n": result.append("\n")
      case "r": result.append("\r")
      case "t": result.append("\t")
      case "a": result.append("\u{7}")
      case "b": result.append("\u{8}")
      case "f": result.append("\u{C}")
      case "v": result.append("\u{B}")
      case "\\": result.append("\\")
      case "\"": result.append("\"")
      case "$": result.append("$$")
      case let other?: result.append("\\\(other)")
      case nil: result.append("\\")
      }
    }
    return result
  }
}

extension Substring {
  fileprivate func trimmingSuffix(while predicate: (Character) -> Bool) -> Substring {
    var end = endIndex
    while end > startIndex, predicate(self[index(before: end)]) { end = index(before: end) }
    return self[..<end]
  }
}
