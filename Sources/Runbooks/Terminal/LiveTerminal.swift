import Dispatch
import Synchronization

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The person's terminal with the list of steps at its foot: redrawn in place, output scrolls above it.
///
/// A step that talks to the terminal itself has all of it: nothing is drawn until it has ended.
public final class LiveTerminal: RunTerminal {
  private struct State {
    var board: RunBoard
    var output = OutputLines()
    /// How many lines of the screen the list takes now.
    var drawn = 0
    var isAsking = false
    var isLent = false
    /// What came while the person was being asked.
    var held: [String] = []
  }

  /// How often durations are drawn anew.
  private static let interval = DispatchTimeInterval.milliseconds(250)

  private let console = ConsoleTerminal()
  private let usesColour: Bool
  private let clock: RunClock
  private let state: Mutex<State>
  // Dispatch's own objects may be used from any thread; their protocols do not say so.
  private nonisolated(unsafe) let timer: any DispatchSourceTimer
  private nonisolated(unsafe) let resize: any DispatchSourceSignal

  /// Takes the process's terminal.
  ///
  /// - Parameters:
  ///   - usesColour: Whether states have colours.
  ///   - usual: How long steps usually take, in milliseconds, by their keys.
  ///   - clock: The clocks.
  public init(usesColour: Bool, usual: [String: Int] = [:], clock: RunClock = .system) {
    self.usesColour = usesColour
    self.clock = clock
    state = Mutex(State(board: RunBoard(usual: usual)))
    let queue = DispatchQueue(label: "rackbook.terminal")
    timer = DispatchSource.makeTimerSource(queue: queue)
    resize = DispatchSource.makeSignalSource(signal: SIGWINCH, queue: queue)
    timer.schedule(deadline: .now() + Self.interval, repeating: Self.interval)
    timer.setEventHandler { [weak self] in self?.tick(isResized: false) }
    resize.setEventHandler { [weak self] in self?.tick(isResized: true) }
    timer.resume()
    resize.resume()
  }

  deinit {
    timer.cancel()
    resize.cancel()
  }

  /// Whether both standard input and standard output are a terminal.
  public var isInteractive: Bool { console.isInteractive }

  /// Shows a line above the list.
  public func show(_ line: String) { state.withLock { put(Visible.lines(line), &$0) } }

  /// Shows output above the list, without what would move the cursor; in a step that has the terminal, as it is.
  public func write(_ bytes: [UInt8]) {
    state.withLock { state in
      guard !state.isLent else { return console.write(bytes) }
      put(state.output.take(bytes), &state)
    }
  }

  /// Asks below the list; question and answer stay on the screen above it.
  public func ask(_ question: String) async -> String? {
    let question = Visible.line(question)
    state.withLock { state in
      flush(&state)
      redraw(&state)
      state.isAsking = true
    }
    let answer = await console.ask(question)
    state.withLock { state in
      state.isAsking = false
      let size = TerminalSize.current
      let typed = question + (answer.map(Visible.line) ?? "")
      erase(lines: state.drawn + max(1, (TextWidth.of(typed) + size.width - 1) / size.width))
      state.drawn = 0
      let held = state.held
      state.held = []
      put([typed] + held, &state)
    }
    return answer
  }

  /// Takes what happened into the list.
  public func take(_ event: RunEvent) {
    state.withLock { state in
      if case .journaled(.stepIntent(let intent)) = event, intent.usesTerminal {
        flush(&state)
        erase(&state)
        state.isLent = true
      }
      if case .journaled(.stepOutcome) = event {
        state.isLent = false
        flush(&state)
      }
      state.board.take(event, at: clock.elapsed())
      if case .journaled(.runEnd) = event { flush(&state) }
      if !state.isAsking, !state.isLent { redraw(&state) }
    }
  }

  private func tick(isResized: Bool) {
    state.withLock { state in
      guard !state.isAsking, !state.isLent, isResized || state.board.isMoving else { return }
      redraw(&state)
    }
  }

  private func flush(_ state: inout State) { if let last = state.output.finish() { put([last], &state) } }

  private func put(_ lines: [String], _ state: inout State) {
    guard !state.isAsking else {
      state.held += lines
      return
    }
    erase(&state)
    console.write(Array(lines.map { $0 + "\n" }.joined().utf8))
    if !state.isLent { redraw(&state) }
  }

  private func redraw(_ state: inout State) {
    let size = TerminalSize.current
    let height = max(1, min(size.height / 2, size.height - 3))
    // One column stays free: a full line would move the cursor in a way that terminals do not agree on.
    var lines = BoardLines(width: size.width - 1, height: height, usesColour: usesColour)
      .lines(state.board, at: clock.elapsed())
    let pending = state.output.pending
    if !pending.isEmpty { lines.insert(TextWidth.fit(pending, size.width - 1), at: 0) }
    erase(&state)
    console.write(Array(lines.map { $0 + "\n" }.joined().utf8))
    state.drawn = lines.count
  }

  private func erase(_ state: inout State) {
    erase(lines: state.drawn)
    state.drawn = 0
  }

  /// Clears so many lines above the cursor, and all below.
  private func erase(lines: Int) { if lines > 0 { console.write(Array("\r\u{1B}[\(lines)A\u{1B}[J".utf8)) } }
}
