import Diagnostics

/// A question that the cluster asks a container again and again.
///
/// ```swift
/// Probe(.readiness, .http("/healthz"))
/// Probe(.startup, .tcp(port: 5432), every: .seconds(5), failures: 60)
/// Probe(.liveness, .exec(["pg_isready", "-U", "postgres"]))
/// ```
public struct Probe: Sendable, Hashable {
  /// What follows from a no.
  public enum Purpose: String, Sendable, Hashable, CaseIterable {
    /// The other probes wait until it says yes; if it does not in time, the container is started anew.
    case startup
    /// Traffic is kept away from the pod.
    case readiness
    /// The container is started anew.
    case liveness
  }

  /// What follows from a no.
  public let purpose: Purpose
  /// How it is asked.
  public let action: ContainerAction
  /// How long after the container's start it is asked first.
  public let initialDelay: Interval?
  /// How often it is asked; nil for every 10 seconds.
  public let every: Interval?
  /// How long an answer may take; nil for 1 second.
  public let timeout: Interval?
  /// How many times no in a row count as a no; nil for 3.
  public let failures: Int?
  /// How many times yes in a row count as a yes; nil for 1.
  public let successes: Int?
  /// Where it was declared.
  public let declared: SourceLocation

  /// Declares a probe.
  ///
  /// - Parameters:
  ///   - purpose: What follows from a no.
  ///   - action: How it is asked.
  ///   - initialDelay: How long after the container's start it is asked first; at once unless said otherwise.
  ///   - every: How often it is asked; every 10 seconds unless said otherwise.
  ///   - timeout: How long an answer may take; 1 second unless said otherwise.
  ///   - failures: How many times no in a row count as a no; 3 unless said otherwise.
  ///   - successes: How many times yes in a row count as a yes; 1 unless said otherwise, and always for startup and liveness.
  ///   - file: Left out.
  ///   - line: Left out.
  public init(
    _ purpose: Purpose, _ action: ContainerAction, initialDelay: Interval? = nil, every: Interval? = nil,
    timeout: Interval? = nil, failures: Int? = nil, successes: Int? = nil, file: StaticString = #fileID,
    line: UInt = #line
  ) {
    self.purpose = purpose
    self.action = action
    self.initialDelay = initialDelay
    self.every = every
    self.timeout = timeout
    self.failures = failures
    self.successes = successes
    self.declared = SourceLocation(file, line)
  }
}
