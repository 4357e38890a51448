#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Carries keys from the person's terminal to a pseudo-terminal, and what it shows back.
struct TerminalPump {
  /// How often it looks whether the process is still there and whether the window has another size, in milliseconds.
  static let look: Int32 = 100
  /// How many keys wait for a program that does not read before no more are taken.
  static let waiting = 4_096

  let terminal: PseudoTerminal
  /// The person's terminal.
  let person: Int32
  let leader: ProcessIdentity
  let output: @Sendable ([UInt8]) -> Void

  private var keys: [UInt8] = []
  private var hasKeyboard = true

  init(
    _ terminal: PseudoTerminal, person: Int32, leader: ProcessIdentity, output: @escaping @Sendable ([UInt8]) -> Void
  ) {
    self.terminal = terminal
    self.person = person
    self.leader = leader
    self.output = output
  }

  /// Pumps until the process is gone and everything it has shown is read; blocks.
  mutating func run() {
    while true {
      terminal.takeSize(of: person)
      // A process that is gone can have left output behind: look at that once more.
      let isThere = ProcessIdentity(of: leader.pid, group: leader.group) == leader
      let takesKeys = hasKeyboard && keys.count < Self.waiting
      var descriptors = [
        pollfd(fd: terminal.descriptor, events: Int16(POLLIN | (keys.isEmpty ? 0 : POLLOUT)), revents: 0),
        pollfd(fd: takesKeys ? person : -1, events: Int16(POLLIN), revents: 0),
      ]
      let ready = poll(&descriptors, 2, isThere ? Self.look : 0)
      if ready < 0, errno == EINTR { continue }
      if descriptors[1].revents != 0 { readKeys() }
      if !keys.isEmpty { pressKeys() }
      let shown = descriptors[0].revents & Int16(POLLIN | POLLHUP | POLLERR) != 0 ? readOutput() : false
      if !shown {
        guard isThere else { return }
        // Before the process has opened its terminal, and after it has closed it, there is an end without end.
        if ready > 0 { poll(nil, 0, 5) }
      }
    }
  }

  private func readOutput() -> Bool {
    var bytes = [UInt8](repeating: 0, count: 1 << 14)
    let count = read(terminal.descriptor, &bytes, bytes.count)
    guard count > 0 else { return false }
    output(Array(bytes.prefix(count)))
    return true
  }

  private mutating func readKeys() {
    var bytes = [UInt8](repeating: 0, count: Self.waiting)
    let count = read(person, &bytes, bytes.count)
    if count > 0 {
      keys += bytes.prefix(count)
    } else if count == 0 || (errno != EINTR && errno != EAGAIN) {
      hasKeyboard = false
      // Ctrl-D: the program is told that nothing more will come.
      keys.append(4)
    }
  }

  private mutating func pressKeys() {
    let count = keys.withUnsafeBytes { write(terminal.descriptor, $0.baseAddress, $0.count) }
    if count > 0 { keys.removeFirst(count) }
  }
}
