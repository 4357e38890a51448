import Diagnostics

/// Says that each pod of a service has a name and volumes of its own: databases and whatever forms a quorum.
///
/// ```swift
/// StatefulSet(replicas: 3)
/// ```
public struct StatefulSet: Sendable, Hashable {
  /// How old pods make room for new ones.
  public enum Strategy: Sendable, Hashable {
    /// One after the other, the highest number first; those below `partition` stay as they are.
    case rolling(partition: Int? = nil, maxUnavailable: Share? = nil)
    /// Each when somebody deletes it.
    case onDelete
  }

  /// How many pods there are, 0 and more.
  public let replicas: Int
  /// How old pods make room for new ones.
  public let strategy: Strategy
  /// Whether pods start and stop all at once instead of one after the other.
  public let isParallel: Bool
  /// The Kubernetes service that gives the pods their names; nil for the service's own.
  public let serviceName: String?
  /// Where it was declared.
  public let declared: SourceLocation

  /// Declares pods with names of their own.
  ///
  /// - Parameters:
  ///   - replicas: How many pods there are; one unless said otherwise.
  ///   - strategy: How old pods make room for new ones; one after the other unless said otherwise.
  ///   - isParallel: Whether pods start and stop all at once; one after the other unless said otherwise.
  ///   - serviceName: The Kubernetes service that gives the pods their names; the service's own unless said otherwise.
  ///   - file: Left out.
  ///   - line: Left out.
  public init(
    replicas: Int = 1, strategy: Strategy = .rolling(), isParallel: Bool = false, serviceName: String? = nil,
    file: StaticString = #fileID, line: UInt = #line
  ) {
    self.replicas = replicas
    self.strategy = strategy
    self.isParallel = isParallel
    self.serviceName = serviceName
    self.declared = SourceLocation(file, line)
  }
}
