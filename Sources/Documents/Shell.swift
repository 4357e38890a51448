/// Commands as people type them into a POSIX shell.
public enum Shell {
  /// One argument: as it is if the shell would leave it alone, otherwise in single quotes.
  ///
  /// An argument cannot hold a zero byte; a replacement character stands for it.
  public static func quote(_ argument: String) -> String {
    let isSafe = argument.utf8.allSatisfy { byte in
      Ascii.isLetter(byte) || Ascii.isDigit(byte) || safePunctuation.contains(byte)
    }
    if isSafe && !argument.isEmpty { return argument }
    var bytes: [UInt8] = [Ascii.apostrophe]
    for byte in argument.utf8 {
      switch byte {
      case Ascii.apostrophe: bytes.append(contentsOf: "'\\''".utf8)
      case 0: bytes.append(contentsOf: "\u{FFFD}".utf8)
      default: bytes.append(byte)
      }
    }
    bytes.append(Ascii.apostrophe)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A whole command line.
  public static func quote(_ arguments: some Sequence<String>) -> String {
    arguments.map { quote($0) }.joined(separator: " ")
  }

  private static let safePunctuation = Set("_@%+=:,./-".utf8)
}
