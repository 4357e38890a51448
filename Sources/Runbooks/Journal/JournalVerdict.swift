/// What a journal and its anchor say together: whether it is as it was written, and whether it is whole.
///
/// Tamper-evident, not tamper-proof: who rewrites a journal from some line to its end, and the anchor with it, is not
/// found out. A head that was noted elsewhere finds that too.
public struct JournalVerdict: Sendable, Hashable {
  /// Whether what is there is as it was written.
  public enum Integrity: Sendable, Hashable {
    /// Every line is, and the chain agrees with the anchor.
    case sound
    /// A line is not, or does not follow from the one before it.
    case damaged(JournalReading.Damage)
    /// The chain is sound in itself, but is not the one that was anchored: at this line its head was another.
    case rewritten(line: Int)
  }

  /// Whether all that was written is there.
  public enum Completeness: Sendable, Hashable {
    /// The run's end is there, with its count, and the anchor knows of no more.
    case complete
    /// Nothing is known to be missing, but the run has not ended: it goes on, or was killed.
    case open
    /// The anchor knows of this many lines, and fewer are there.
    case cut(anchored: Int)
    /// The run has ended, but the folder's index does not know it, so a resumption that was cut off would not show.
    case unanchored
  }

  /// Whether what is there is as it was written.
  public let integrity: Integrity
  /// Whether all that was written is there.
  public let completeness: Completeness

  /// Judges a journal.
  ///
  /// - Parameters:
  ///   - reading: The journal.
  ///   - anchor: What the folder's index says of it.
  public init(_ reading: JournalReading, anchor: RunIndex.Anchor?) {
    let count = reading.records.count
    switch reading.damage {
    case .unreadable, .brokenChain: integrity = .damaged(reading.damage ?? .unreadable(line: count + 1))
    case nil, .cutTail:
      let differs = anchor.map { $0.records <= count && reading.lineHashes[$0.records - 1] != $0.head } ?? false
      integrity = differs ? .rewritten(line: anchor?.records ?? 0) : .sound
    }
    if let anchor, anchor.records > count {
      completeness = .cut(anchored: anchor.records)
    } else if reading.isComplete {
      completeness = anchor == nil ? .unanchored : .complete
    } else {
      completeness = .open
    }
  }

  /// Why the run cannot be gone on with; nothing if it can.
  var obstacle: String? {
    switch integrity {
    case .damaged(let damage): return "\(damage)"
    case .rewritten(let line): return "line \(line) is not the one that was anchored"
    case .sound: break
    }
    if case .cut(let anchored) = completeness { return "it had \(anchored) lines, and its end was cut off" }
    return nil
  }
}
