/// What a service waits for in another before its own containers start.
public enum WaitCondition: String, Sendable, Hashable, CaseIterable {
  /// The other answers on its first port: it has a pod whose readiness probe says yes.
  case ready
  /// The other, a `Job`, ended well.
  case completed
}
