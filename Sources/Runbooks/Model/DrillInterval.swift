/// How often a runbook is rehearsed.
public enum DrillInterval: String, Sendable, Hashable, Codable, CaseIterable {
  /// Once a month.
  case monthly
  /// Every three months.
  case quarterly
  /// Every six months.
  case halfYearly = "half-yearly"
  /// Once a year.
  case yearly

  /// How many months lie between two drills.
  public var months: Int {
    switch self {
    case .monthly: 1
    case .quarterly: 3
    case .halfYearly: 6
    case .yearly: 12
    }
  }
}
