import Synchronization

/// Keeps the output of a work back until it is known whether it says anything new.
final class HeldOutput: RunTerminal {
  private let terminal: any RunTerminal
  private let held = Mutex<[UInt8]>([])

  init(_ terminal: any RunTerminal) { self.terminal = terminal }

  var isInteractive: Bool { terminal.isInteractive }
  func show(_ line: String) { terminal.show(line) }
  func write(_ bytes: [UInt8]) { held.withLock { $0 += bytes } }
  func ask(_ question: String) async -> String? { await terminal.ask(question) }

  /// Shows what was kept back.
  func release() {
    let bytes = held.withLock { held in
      defer { held = [] }
      return held
    }
    if !bytes.isEmpty { terminal.write(bytes) }
  }
}
