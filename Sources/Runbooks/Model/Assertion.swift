/// Something that must be so before a run may go on.
public struct Assertion<Text: Sendable & Hashable>: Sendable, Hashable {
  /// What must hold, all of it.
  public var conditions: [Condition<Text>]
  /// What is said where something does not hold; nothing for the condition itself.
  public var message: Text?

  /// Describes an assertion.
  ///
  /// - Parameters:
  ///   - conditions: What must hold, all of it.
  ///   - message: What is said where something does not hold.
  public init(_ conditions: [Condition<Text>], message: Text? = nil) {
    self.conditions = conditions
    self.message = message
  }
}

extension Assertion: Codable where Text: Codable {}
