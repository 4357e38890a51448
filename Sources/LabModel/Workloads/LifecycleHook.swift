import Diagnostics

/// What the cluster does in a container right after its start or right before its stop.
///
/// ```swift
/// LifecycleHook(.preStop, .exec(["nginx", "-s", "quit"]))
/// ```
public struct LifecycleHook: Sendable, Hashable {
  /// When it runs.
  public enum Moment: String, Sendable, Hashable, CaseIterable {
    /// Right after the start, beside the container's own program.
    case postStart
    /// Before the container is told to stop; its time counts as the pod's grace period.
    case preStop
  }

  /// When it runs.
  public let moment: Moment
  /// What is done.
  public let action: ContainerAction
  /// Where it was declared.
  public let declared: SourceLocation

  /// Declares a hook.
  ///
  /// - Parameters:
  ///   - moment: When it runs.
  ///   - action: What is done: a program in the container, or a request; gRPC is no hook.
  ///   - file: Left out.
  ///   - line: Left out.
  public init(_ moment: Moment, _ action: ContainerAction, file: StaticString = #fileID, line: UInt = #line) {
    self.moment = moment
    self.action = action
    self.declared = SourceLocation(file, line)
  }
}
