import Diagnostics

/// Says that a service runs once and ends: migrations and imports.
///
/// ```swift
/// Job(retries: 3, deadline: .hours(1))
/// ```
public struct Job: Sendable, Hashable {
  /// What happens to a container that failed.
  public enum Restart: String, Sendable, Hashable, CaseIterable {
    /// It is started anew in the same pod.
    case onFailure = "OnFailure"
    /// A new pod is made; the failed one stays to be looked at.
    case never = "Never"
  }

  /// How often a failed run is tried again, 0 and more.
  public let retries: Int
  /// How long all tries may take together; nil for any time.
  public let deadline: Interval?
  /// What happens to a container that failed.
  public let restart: Restart
  /// How many pods must succeed.
  public let completions: Int
  /// How many pods run at a time.
  public let parallelism: Int
  /// How long a finished job stays to be looked at; nil for ever.
  public let keepFor: Interval?
  /// Where it was declared.
  public let declared: SourceLocation

  /// Declares a job.
  ///
  /// - Parameters:
  ///   - retries: How often a failed run is tried again; 6 times unless said otherwise.
  ///   - deadline: How long all tries may take together; any time unless said otherwise.
  ///   - restart: What happens to a container that failed; it is started anew in its pod unless said otherwise.
  ///   - completions: How many pods must succeed; one unless said otherwise.
  ///   - parallelism: How many pods run at a time; one unless said otherwise.
  ///   - keepFor: How long a finished job stays to be looked at; for ever unless said otherwise.
  ///   - file: Left out.
  ///   - line: Left out.
  public init(
    retries: Int = 6, deadline: Interval? = nil, restart: Restart = .onFailure, completions: Int = 1,
    parallelism: Int = 1, keepFor: Interval? = nil, file: StaticString = #fileID, line: UInt = #line
  ) {
    self.retries = retries
    self.deadline = deadline
    self.restart = restart
    self.completions = completions
    self.parallelism = parallelism
    self.keepFor = keepFor
    self.declared = SourceLocation(file, line)
  }
}
