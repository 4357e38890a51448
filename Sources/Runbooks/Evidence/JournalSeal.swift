/// What a journal is worth as evidence: its head, and two verdicts that are never mixed.
public struct JournalSeal: Sendable, Hashable {
  /// The SHA-256 of its last sound line, which stands for all lines.
  public let head: String
  /// How many sound lines it has.
  public let records: Int
  /// Whether any line was changed, in a phrase.
  public let integrity: String
  /// Whether all that was written is there, in a phrase.
  public let completeness: String

  /// Takes the verdicts of a journal.
  init(_ reading: JournalReading, _ verdict: JournalVerdict) {
    head = reading.head
    records = reading.records.count
    integrity =
      switch verdict.integrity {
      case .sound: "sound"
      case .damaged(let damage): "damaged: \(damage)"
      case .rewritten(let line): "rewritten: line \(line) is not the one that was anchored"
      }
    completeness =
      switch verdict.completeness {
      case .complete: "complete"
      case .open: "open: the run has not ended"
      case .cut(let anchored): "cut: it had \(anchored) lines"
      case .unanchored: "ended, but not anchored in the folder's index"
      }
  }
}
