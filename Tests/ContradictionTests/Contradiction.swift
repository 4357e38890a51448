import LabModel
import Testing

/// Two things that the records of a real lab say of it, and that cannot both be true.
struct Contradiction: Sendable, CustomTestStringConvertible {
  /// Its number among the lab's 28 inconsistencies.
  let number: Int
  /// What the records say, in a sentence.
  let record: String
  /// The code that catches it.
  let code: String
  /// A lab that states both.
  let stated: @Sendable () -> ResolvedLab
  /// The same lab with the corrected fact.
  let corrected: @Sendable () -> ResolvedLab

  init(
    _ number: Int, _ record: String, caughtBy code: String, stated: @escaping @Sendable () -> ResolvedLab,
    corrected: @escaping @Sendable () -> ResolvedLab
  ) {
    self.number = number
    self.record = record
    self.code = code
    self.stated = stated
    self.corrected = corrected
  }

  var testDescription: String { "\(number): \(record)" }
}
