import Diagnostics

/// Says that a service's pods are interchangeable; what a service is without such a word, with one replica.
///
/// ```swift
/// Service("web", in: apps) {
///   Deployment(replicas: 3, strategy: .rolling(maxSurge: 1, maxUnavailable: 0))
///   Container("docker.io/library/nginx:1.29.3", port: 80)
/// }
/// ```
public struct Deployment: Sendable, Hashable {
  /// How old pods make room for new ones.
  public enum Strategy: Sendable, Hashable {
    /// All old ones stop before a new one starts.
    case recreate
    /// Some at a time; nil for Kubernetes' 25 percent.
    case rolling(maxSurge: Share? = nil, maxUnavailable: Share? = nil)
  }

  /// How many pods there are, 0 and more.
  public let replicas: Int
  /// How old pods make room for new ones; nil for what its volumes allow.
  public let strategy: Strategy?
  /// How long a new pod must be ready before it counts.
  public let minReady: Interval?
  /// How long a rollout may take before it counts as failed; nil for 10 minutes.
  public let progressDeadline: Interval?
  /// How many old versions are kept to go back to; nil for 10.
  public let history: Int?
  /// Where it was declared.
  public let declared: SourceLocation

  /// Declares interchangeable pods.
  ///
  /// - Parameters:
  ///   - replicas: How many pods there are; one unless said otherwise.
  ///   - strategy: How old pods make room for new ones; `recreate` where a volume can be on one node only, otherwise `rolling`.
  ///   - minReady: How long a new pod must be ready before it counts; no time unless said otherwise.
  ///   - progressDeadline: How long a rollout may take before it counts as failed; 10 minutes unless said otherwise.
  ///   - history: How many old versions are kept to go back to; 10 unless said otherwise.
  ///   - file: Left out.
  ///   - line: Left out.
  public init(
    replicas: Int = 1, strategy: Strategy? = nil, minReady: Interval? = nil, progressDeadline: Interval? = nil,
    history: Int? = nil, file: StaticString = #fileID, line: UInt = #line
  ) {
    self.replicas = replicas
    self.strategy = strategy
    self.minReady = minReady
    self.progressDeadline = progressDeadline
    self.history = history
    self.declared = SourceLocation(file, line)
  }
}
