#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A terminal that is made for one process, whose output is seen here.
final class PseudoTerminal: Sendable {
  /// Where its keys are pressed and its output is read.
  let descriptor: Int32
  /// The file that the process opens.
  let path: String

  /// Makes a terminal with the settings and the size of another one.
  ///
  /// - Parameter model: The other terminal.
  /// - Throws: ``Misjudgement`` where the system gives none.
  init(like model: Int32) throws(Misjudgement) {
    var (here, there) = (Int32(-1), Int32(-1))
    var name = [CChar](repeating: 0, count: 1_024)
    var settings = termios()
    guard tcgetattr(model, &settings) == 0, openpty(&here, &there, &name, &settings, nil) == 0 else {
      throw Misjudgement(FileFailure(path: "a pseudo-terminal", action: "open").description)
    }
    // Whoever gets it opens it anew, as its controlling terminal.
    close(there)
    descriptor = here
    path = String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    // A program that does not read must not hold up its own output.
    _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
    takeSize(of: model)
  }

  deinit { close(descriptor) }

  /// Gives it the size of another terminal; whoever uses it is told by the system where that has changed.
  func takeSize(of model: Int32) {
    var (now, before) = (winsize(), winsize())
    guard ioctl(model, UInt(TIOCGWINSZ), &now) == 0, ioctl(descriptor, UInt(TIOCGWINSZ), &before) == 0,
      now.ws_row != before.ws_row || now.ws_col != before.ws_col
    else { return }
    _ = ioctl(descriptor, UInt(TIOCSWINSZ), &now)
  }
}
