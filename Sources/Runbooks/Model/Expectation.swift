/// What must be true of a work's result.
public struct Expectation<Text: Sendable & Hashable>: Sendable, Hashable {
  /// What is looked at.
  public var selector: Selector
  /// What it must be.
  public var comparison: Comparison<Text>

  /// Describes an expectation.
  public init(_ selector: Selector, _ comparison: Comparison<Text>) {
    self.selector = selector
    self.comparison = comparison
  }
}

extension Expectation: Codable where Text: Codable {}
