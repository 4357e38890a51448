/// A question that other people than the operator answer, each with a signature.
public struct Approval<Text: Sendable & Hashable>: Sendable, Hashable {
  /// What is approved.
  public var text: Text
  /// The names of those who may approve, as in the lab's list of allowed signers; empty for everybody on that list.
  public var from: [String]
  /// How many must approve, from 1.
  public var count: Int
  /// For how many milliseconds the question stands; the run stops when it has expired.
  public var validMilliseconds: Int

  /// How long an approval stands unless something else is said: a day.
  public static var standardValidity: Int { 86_400_000 }

  /// Describes an approval.
  ///
  /// - Parameters:
  ///   - text: What is approved.
  ///   - from: The names of those who may approve; empty for everybody on the lab's list.
  ///   - count: How many must approve, from 1.
  ///   - validMilliseconds: For how many milliseconds the question stands.
  public init(
    _ text: Text, from: [String] = [], count: Int = 1, validMilliseconds: Int = Approval.standardValidity
  ) {
    self.text = text
    self.from = from
    self.count = count
    self.validMilliseconds = validMilliseconds
  }
}

extension Approval: Codable where Text: Codable {}
