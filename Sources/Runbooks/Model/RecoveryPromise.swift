/// What the lab promises for the thing a runbook brings back, in milliseconds.
public struct RecoveryPromise: Sendable, Hashable, Codable {
  /// Within what time it is back: its recovery time objective.
  public var timeMilliseconds: Int?
  /// How much of the last changes may be lost: its recovery point objective.
  public var pointMilliseconds: Int?

  /// Describes a promise.
  ///
  /// - Parameters:
  ///   - timeMilliseconds: Within what time it is back.
  ///   - pointMilliseconds: How much of the last changes may be lost.
  public init(timeMilliseconds: Int? = nil, pointMilliseconds: Int? = nil) {
    self.timeMilliseconds = timeMilliseconds
    self.pointMilliseconds = pointMilliseconds
  }
}
