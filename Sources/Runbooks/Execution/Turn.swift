/// Lets one after the other speak to the person, in the order in which they came.
struct Turn {
  private(set) var isTaken = false
  private var waiting: [CheckedContinuation<Void, Never>] = []

  /// Takes the turn where it is free.
  ///
  /// - Returns: Whether it was free.
  mutating func take() -> Bool {
    defer { isTaken = true }
    return !isTaken
  }

  /// Waits in line; the turn is then handed over.
  mutating func wait(_ continuation: CheckedContinuation<Void, Never>) { waiting.append(continuation) }

  /// Hands the turn to who waits longest.
  mutating func give() {
    if waiting.isEmpty {
      isTaken = false
    } else {
      waiting.removeFirst().resume()
    }
  }
}
