/// What a journal is worth as evidence: its head, and two verdicts that are never mixed.
public struct JournalSeal: Sendable, Hashable {
  /// The SHA-256 of its last sound line, which stands for all lines.
  public var head: String
  /// How many sound lines it has.
  public var records: Int
  /// Whether any line was changed.
  public var integrity: String
  /// Whether it has its end.
  public var completeness: String

  /// Takes the verdicts of a journal.
  ///
  /// - Parameters:
  ///   - reading: The journal.
  ///   - integrity: Whether any line was changed; nothing for what the journal says itself.
  ///   - completeness: Whether it has its end; nothing for what the journal says itself.
  public init(_ reading: JournalReading, integrity: String? = nil, completeness: String? = nil) {
    head = reading.head
    records = reading.records.count
    self.integrity = integrity ?? reading.damage.map { "damaged: \($0)" } ?? "sound"
    self.completeness = completeness ?? (reading.isComplete ? "complete" : "not complete")
  }
}
