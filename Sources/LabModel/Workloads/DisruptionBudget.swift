import Diagnostics

/// How many of a service's pods may be stopped at a time on purpose, such as when a node is emptied.
///
/// ```swift
/// DisruptionBudget(minAvailable: 2)
/// ```
///
/// Without one, a service of several replicas loses one at a time.
public struct DisruptionBudget: Sendable, Hashable {
  /// How many must stay.
  public let minAvailable: Share?
  /// How many may go.
  public let maxUnavailable: Share?
  /// Where it was declared.
  public let declared: SourceLocation

  /// Says how many must stay.
  public init(minAvailable: Share, file: StaticString = #fileID, line: UInt = #line) {
    self.minAvailable = minAvailable
    self.maxUnavailable = nil
    self.declared = SourceLocation(file, line)
  }

  /// Says how many may go.
  public init(maxUnavailable: Share, file: StaticString = #fileID, line: UInt = #line) {
    self.minAvailable = nil
    self.maxUnavailable = maxUnavailable
    self.declared = SourceLocation(file, line)
  }
}
