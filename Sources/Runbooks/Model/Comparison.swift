/// What a value is compared with, and how.
public struct Comparison<Text: Sendable & Hashable>: Sendable, Hashable {
  /// How it is compared.
  public var `operator`: ComparisonOperator
  /// What it is compared with: two for `between`, one or more for `in`, none for `exists`, else one.
  public var values: [Text]

  /// Describes a comparison.
  public init(_ operator: ComparisonOperator, _ values: [Text]) {
    self.operator = `operator`
    self.values = values
  }
}

extension Comparison: Codable where Text: Codable {}
