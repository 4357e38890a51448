#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Passes keys on as they are pressed, for as long as the value lives; then the terminal is as it was.
struct RawMode: ~Copyable {
  private let descriptor: Int32
  private var before = termios()

  /// Takes a terminal's settings away; what was typed already stays.
  init?(_ descriptor: Int32) {
    self.descriptor = descriptor
    guard tcgetattr(descriptor, &before) == 0 else { return nil }
    var raw = before
    cfmakeraw(&raw)
    guard tcsetattr(descriptor, TCSANOW, &raw) == 0 else { return nil }
  }

  deinit {
    var settings = before
    tcsetattr(descriptor, TCSADRAIN, &settings)
  }

  /// Lets a terminal take lines again that a run which was killed has left as it had it for a step.
  ///
  /// - Parameter descriptor: The terminal.
  /// - Returns: Whether that was so.
  @discardableResult
  static func mend(_ descriptor: Int32) -> Bool {
    var settings = termios()
    let lines = tcflag_t(ICANON | ECHO | ISIG)
    guard tcgetattr(descriptor, &settings) == 0, settings.c_lflag & lines == 0 else { return false }
    settings.c_iflag |= tcflag_t(BRKINT | ICRNL | IXON)
    settings.c_oflag |= tcflag_t(OPOST | ONLCR)
    settings.c_lflag |= lines | tcflag_t(IEXTEN | ECHOE | ECHOK)
    return tcsetattr(descriptor, TCSADRAIN, &settings) == 0
  }
}
