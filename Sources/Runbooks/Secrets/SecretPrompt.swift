#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Asks for a secret at the terminal of the process, without showing what is typed.
enum SecretPrompt {
  /// Asks for a value.
  ///
  /// - Parameter name: The secret's name.
  /// - Returns: What was typed; nothing without a terminal, at its end, or when the run is interrupted.
  static func ask(for name: String) async -> String? {
    let terminal = open("/dev/tty", O_RDWR | O_NOCTTY | O_CLOEXEC)
    guard terminal >= 0 else { return nil }
    defer { close(terminal) }
    var before = termios()
    guard tcgetattr(terminal, &before) == 0 else { return nil }
    var silent = before
    silent.c_lflag &= ~tcflag_t(ECHO)
    guard tcsetattr(terminal, TCSAFLUSH, &silent) == 0 else { return nil }
    defer {
      say("\n", on: terminal)
      tcsetattr(terminal, TCSAFLUSH, &before)
    }
    say("The secret '\(name)' (not shown): ", on: terminal)
    return line(from: terminal)
  }

  private static func line(from terminal: Int32) -> String? {
    var line: [UInt8] = []
    while !Task.isCancelled {
      var waiting = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
      let ready = poll(&waiting, 1, 100)
      if ready == 0 || (ready < 0 && errno == EINTR) { continue }
      var byte: UInt8 = 0
      guard ready > 0, read(terminal, &byte, 1) == 1 else { return nil }
      if byte == UInt8(ascii: "\n") { return String(validating: line, as: UTF8.self) }
      line.append(byte)
    }
    return nil
  }

  private static func say(_ text: String, on terminal: Int32) {
    let bytes = Array(text.utf8)
    _ = write(terminal, bytes, bytes.count)
  }
}
