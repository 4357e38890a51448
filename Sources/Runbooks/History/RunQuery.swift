/// Which runs are wanted; what is not said lets every run through.
public struct RunQuery: Sendable, Hashable {
  /// The runbook's id, or its beginning.
  public var runbook: String?
  /// How the run ended.
  public var result: RunResult?
  /// Whether it was in earnest; a rehearsal is of neither mode.
  public var mode: RunMode?
  /// Words that all must stand somewhere in it, in any order and case.
  public var text: String

  /// Describes what is wanted.
  ///
  /// - Parameters:
  ///   - runbook: The runbook's id, or its beginning.
  ///   - result: How the run ended.
  ///   - mode: Whether it was in earnest.
  ///   - text: Words that all must stand somewhere in it.
  public init(runbook: String? = nil, result: RunResult? = nil, mode: RunMode? = nil, text: String = "") {
    self.runbook = runbook
    self.result = result
    self.mode = mode
    self.text = text
  }

  /// The runs that are wanted, in their order.
  func matches(_ entries: [RunEntry]) -> [RunEntry] {
    let words = text.lowercased().split(separator: " ").map { Array($0.utf8) }
    return entries.filter { entry in
      if let runbook, !entry.runbook.hasPrefix(runbook) { return false }
      if let result, entry.result != result { return false }
      if let mode, entry.mode != mode || entry.isRehearsal { return false }
      return words.allSatisfy { Self.holds(entry.words, $0) }
    }
  }

  /// Whether a text holds a word, byte by byte; many times as fast as a search by characters.
  private static func holds(_ text: String, _ word: [UInt8]) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      guard let first = word.first, bytes.count >= word.count else { return word.isEmpty }
      for start in 0...(bytes.count - word.count) where bytes[start] == first {
        if bytes[start..<(start + word.count)].elementsEqual(word) { return true }
      }
      return false
    }
  }
}
