/// Takes the lines of a journal.
protocol JournalStore: Sendable {
  /// What it is called in messages.
  var path: String { get }
  /// Takes bytes at its end; they are kept when this has returned.
  func append(_ bytes: [UInt8]) throws
}
