#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// How large a terminal is.
struct TerminalSize: Hashable {
  /// Columns, at least 8.
  var width: Int
  /// Lines, at least 2.
  var height: Int

  /// The size of standard output; 80 columns and 24 lines where it says nothing.
  static var current: TerminalSize {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0 else {
      return TerminalSize(width: 80, height: 24)
    }
    return TerminalSize(width: max(8, Int(size.ws_col)), height: max(2, Int(size.ws_row)))
  }
}
