#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The person's own terminal: questions and output on standard output, answers on standard input.
public struct ConsoleTerminal: RunTerminal {
  /// Takes the process's standard streams.
  public init() {}

  /// Whether both standard input and standard output are a terminal.
  public var isInteractive: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 }

  /// Writes a line to standard output.
  public func show(_ line: String) { write(Array((line + "\n").utf8)) }

  /// Writes bytes to standard output, whole; a closed pipe is not an error of the run.
  public func write(_ bytes: [UInt8]) { _ = DurableFile.put(bytes[...], to: STDOUT_FILENO) }

  /// Asks on the terminal, and looks often whether there is an answer or the run was interrupted.
  public func ask(_ question: String) async -> String? {
    write(Array(question.utf8))
    var line: [UInt8] = []
    while !Task.isCancelled {
      var waiting = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
      let ready = poll(&waiting, 1, 0)
      if ready == 0 || (ready < 0 && errno == EINTR) {
        // Not in the system call: what runs meanwhile needs the thread.
        try? await Task.sleep(for: .milliseconds(20))
        continue
      }
      var byte: UInt8 = 0
      guard ready > 0, read(STDIN_FILENO, &byte, 1) == 1 else { break }
      if byte == UInt8(ascii: "\n") { return String(decoding: line, as: UTF8.self) }
      line.append(byte)
    }
    show("")
    return nil
  }
}
