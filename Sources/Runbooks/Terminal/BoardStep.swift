/// A step as the list on a terminal shows it.
struct BoardStep: Hashable {
  /// Where it stands.
  enum State: String {
    case pending = ""
    case running, done, skipped, failed, unknown, undone

    /// The colour it has, as a parameter of `ESC [ m`; nothing for none.
    var colour: String? {
      switch self {
      case .pending, .skipped: nil
      case .running: "36"
      case .done: "32"
      case .failed: "31"
      case .unknown, .undone: "33"
      }
    }
  }

  var key: String
  var title: String
  var state = State.pending
  /// When it began, on the clock of the board, in milliseconds.
  var began: Int?
  /// How long it took, in milliseconds.
  var took: Int?
  /// How long it usually takes, in milliseconds.
  var usual: Int?
  /// Until when nothing happens, on the clock of the board.
  var pausesUntil: Int?
}
