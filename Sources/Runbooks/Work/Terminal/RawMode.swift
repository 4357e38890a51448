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
}
