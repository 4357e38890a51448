/// A change of the lab's source that puts a mistake right: this text, at this place, by that text.
///
/// ```swift
/// Fix("write the network's first address", replace: "\"10.0.0.9/24\"", by: "\"10.0.0.0/24\"")
/// ```
///
/// Offer one only where it would be right. `check --fix` applies it where the text stands exactly once in the statement
/// that begins at the place, and where it is the only fix of its diagnostic.
public struct Fix: Sendable, Hashable, Codable {
  /// What it does, as a verb phrase without a full stop.
  public var phrase: String
  /// What was written, letter by letter, on one line.
  public var text: String
  /// What to write instead, on one line.
  public var replacement: String
  /// The line where the statement begins; the log fills in the place of the diagnostic.
  public var location: SourceLocation?

  /// Offers a change.
  ///
  /// - Parameters:
  ///   - phrase: What it does, as a verb phrase without a full stop.
  ///   - text: What was written, letter by letter.
  ///   - replacement: What to write instead.
  ///   - location: Where the statement begins, where that is not the place of the diagnostic.
  public init(_ phrase: String, replace text: String, by replacement: String, at location: SourceLocation? = nil) {
    self.phrase = phrase
    self.text = text
    self.replacement = replacement
    self.location = location
  }

  /// Offers another text for one that stands in quotes.
  ///
  /// - Parameters:
  ///   - phrase: What it does, as a verb phrase without a full stop.
  ///   - text: What stands between the quotes.
  ///   - replacement: What should.
  ///   - location: Where the statement begins, where that is not the place of the diagnostic.
  public init(_ phrase: String, quoted text: String, by replacement: String, at location: SourceLocation? = nil) {
    self.init(phrase, replace: "\"\(text)\"", by: "\"\(replacement)\"", at: location)
  }
}
