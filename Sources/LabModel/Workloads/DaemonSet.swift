import Diagnostics

/// Says that a service has one pod on every node that it fits on: agents and drivers.
///
/// ```swift
/// DaemonSet()
/// ```
public struct DaemonSet: Sendable, Hashable {
  /// How old pods make room for new ones.
  public enum Strategy: Sendable, Hashable {
    /// Some nodes at a time; nil for one.
    case rolling(maxSurge: Share? = nil, maxUnavailable: Share? = nil)
    /// Each when somebody deletes it.
    case onDelete
  }

  /// How old pods make room for new ones.
  public let strategy: Strategy
  /// Where it was declared.
  public let declared: SourceLocation

  /// Declares a pod on every node.
  ///
  /// - Parameters:
  ///   - strategy: How old pods make room for new ones; one node at a time unless said otherwise.
  ///   - file: Left out.
  ///   - line: Left out.
  public init(strategy: Strategy = .rolling(), file: StaticString = #fileID, line: UInt = #line) {
    self.strategy = strategy
    self.declared = SourceLocation(file, line)
  }
}
