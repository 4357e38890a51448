import Diagnostics

/// Lets a service run on nodes that keep others away by a taint.
///
/// ```swift
/// Toleration("node-role.kubernetes.io/control-plane", effect: .noSchedule)
/// ```
public struct Toleration: Sendable, Hashable {
  /// What a taint does to pods that do not tolerate it.
  public enum Effect: String, Sendable, Hashable, CaseIterable {
    /// None is started there.
    case noSchedule = "NoSchedule"
    /// None is started there if there is another place.
    case preferNoSchedule = "PreferNoSchedule"
    /// Those that run there are stopped.
    case noExecute = "NoExecute"
  }

  /// The taint's key; nil for every taint.
  public let key: String?
  /// The taint's value; nil for any.
  public let value: String?
  /// What the taint does; nil for anything.
  public let effect: Effect?
  /// How long it is tolerated; nil for ever.
  public let duration: Interval?
  /// Where it was declared.
  public let declared: SourceLocation

  /// Declares a toleration.
  ///
  /// - Parameters:
  ///   - key: The taint's key; every taint unless said otherwise.
  ///   - value: The taint's value; any unless said otherwise.
  ///   - effect: What the taint does; anything unless said otherwise.
  ///   - duration: How long a `noExecute` taint is tolerated; for ever unless said otherwise.
  ///   - file: Left out.
  ///   - line: Left out.
  public init(
    _ key: String? = nil, value: String? = nil, effect: Effect? = nil, for duration: Interval? = nil,
    file: StaticString = #fileID, line: UInt = #line
  ) {
    self.key = key
    self.value = value
    self.effect = effect
    self.duration = duration
    self.declared = SourceLocation(file, line)
  }
}
