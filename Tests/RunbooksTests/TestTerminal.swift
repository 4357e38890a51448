import Runbooks
import Synchronization

/// A terminal that answers from a list, and remembers what it was shown and asked.
final class TestTerminal: RunTerminal {
  private struct State {
    var answers: [String]
    var text = ""
    var output: [UInt8] = []
    var questions: [String] = []
  }

  let isInteractive: Bool
  private let state: Mutex<State>

  /// A person who answers; with no answers left, the end of input.
  init(answers: [String]) {
    isInteractive = true
    state = Mutex(State(answers: answers))
  }

  /// Nobody.
  init() {
    isInteractive = false
    state = Mutex(State(answers: []))
  }

  /// What was shown, line by line.
  var text: String { state.withLock { $0.text } }
  /// What the scripts wrote.
  var output: String { state.withLock { String(decoding: $0.output, as: UTF8.self) } }
  /// What was asked.
  var questions: [String] { state.withLock { $0.questions } }

  func show(_ line: String) { state.withLock { $0.text += line + "\n" } }
  func write(_ bytes: [UInt8]) { state.withLock { $0.output += bytes } }

  func ask(_ question: String) async -> String? {
    state.withLock { state in
      state.questions.append(question)
      return state.answers.isEmpty ? nil : state.answers.removeFirst()
    }
  }
}
