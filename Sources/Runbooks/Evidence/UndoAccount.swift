/// One time that what was done was taken back.
public struct UndoAccount: Sendable, Hashable {
  /// When it began, RFC 3339 in UTC.
  public var time: String
  /// Why, and what was to be taken back.
  public var begin: JournalEvent.UndoBegin
  /// What was and what was not; nothing where it did not come to its end.
  public var end: JournalEvent.UndoEnd?
}
