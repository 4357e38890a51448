/// How many of something: a count, or a share of the replicas in percent.
public enum Share: Sendable, Hashable, ExpressibleByIntegerLiteral {
  /// A count.
  case count(Int)
  /// A share of the replicas.
  case percent(Int)

  /// A count.
  public init(integerLiteral value: Int) { self = .count(value) }
}
