/// Writes a bash script from text and values; the one place where values are quoted for a shell.
struct ShellWriter {
  /// The script so far.
  private(set) var text = ""
  private var scanner = ShellScanner()

  /// Adds a piece of the script as it is.
  mutating func add(_ piece: String) {
    text += piece
    scanner.pass(piece)
  }

  /// Adds a value as data: as it is where it is plain, in single quotes otherwise, a list as several words.
  ///
  /// - Returns: Why it cannot stand here, or nothing.
  mutating func add(words: [String]) -> String? {
    if !words.allSatisfy(Self.isPlain), let obstacle = scanner.obstacle { return obstacle }
    text += words.map { scanner.obstacle == nil ? Self.quoted($0) : $0 }.joined(separator: " ")
    scanner.passValue()
    return nil
  }

  /// Goes past a value that is not known yet.
  mutating func passValue() { scanner.passValue() }

  /// Whether a value means itself wherever it stands in a script; an empty one does inside quotes.
  static func isPlain(_ value: String) -> Bool {
    let marks = Array("@%+=:,./_-".utf8)
    return value.utf8.allSatisfy { byte in
      marks.contains(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }
  }

  /// The value as one word of bash.
  static func quoted(_ value: String) -> String {
    if !value.isEmpty, isPlain(value) { return value }
    return "'" + value.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
  }
}
