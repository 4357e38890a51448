/// Follows brackets, strings and comments of Swift source line by line, to tell where a statement ends.
struct StatementScanner {
  private enum Context { case bracket, string, longString, comment }

  private var open: [Context] = []
  /// Whether a bracket was closed that was not opened here: the statement's surroundings have ended.
  private(set) var isBroken = false

  /// Whether nothing is open at the end of the lines that were read.
  var isComplete: Bool { open.isEmpty && !isBroken }

  /// Reads one line, without its end.
  mutating func read(_ line: [UInt8]) {
    var rest = line[...]
    while let byte = rest.first, !isBroken {
      switch open.last {
      case .comment: readComment(&rest)
      case .string, .longString: readString(byte, &rest)
      case .bracket, nil:
        if rest.starts(with: "//".utf8) { return endLine() }
        readCode(byte, &rest)
      }
    }
    endLine()
  }

  /// A string in single quotes of its own line does not go on in the next.
  private mutating func endLine() {
    while open.last == .string { open.removeLast() }
  }

  private mutating func readCode(_ byte: UInt8, _ rest: inout ArraySlice<UInt8>) {
    if rest.starts(with: "\"\"\"".utf8) {
      open.append(.longString)
      rest = rest.dropFirst(3)
    } else if rest.starts(with: "/*".utf8) {
      open.append(.comment)
      rest = rest.dropFirst(2)
    } else {
      if byte == UInt8(ascii: "\"") { open.append(.string) }
      if "([{".utf8.contains(byte) { open.append(.bracket) }
      if ")]}".utf8.contains(byte), open.popLast() == nil { isBroken = true }
      rest = rest.dropFirst()
    }
  }

  private mutating func readString(_ byte: UInt8, _ rest: inout ArraySlice<UInt8>) {
    if rest.starts(with: "\\(".utf8) {
      open.append(.bracket)
      rest = rest.dropFirst(2)
    } else if byte == UInt8(ascii: "\\") {
      rest = rest.dropFirst(2)
    } else if open.last == .longString, rest.starts(with: "\"\"\"".utf8) {
      open.removeLast()
      rest = rest.dropFirst(3)
    } else {
      if open.last == .string, byte == UInt8(ascii: "\"") { open.removeLast() }
      rest = rest.dropFirst()
    }
  }

  private mutating func readComment(_ rest: inout ArraySlice<UInt8>) {
    if rest.starts(with: "*/".utf8) {
      open.removeLast()
      rest = rest.dropFirst(2)
    } else {
      rest = rest.dropFirst()
    }
  }
}
