import Diagnostics

/// Keeps a service on nodes with a label.
///
/// ```swift
/// NodeSelector("kubernetes.io/arch", "amd64")
/// NodeSelector.machine(kube01)
/// ```
public struct NodeSelector: Sendable, Hashable {
  /// The label.
  public let key: String
  /// Its value.
  public let value: String
  /// Where it was declared.
  public let declared: SourceLocation

  /// Keeps a service on nodes with a label.
  ///
  /// - Parameters:
  ///   - key: The label.
  ///   - value: Its value.
  ///   - file: Left out.
  ///   - line: Left out.
  public init(_ key: String, _ value: String, file: StaticString = #fileID, line: UInt = #line) {
    self.key = key
    self.value = value
    self.declared = SourceLocation(file, line)
  }

  /// Keeps a service on one node of its cluster.
  public static func machine(
    _ machine: any Machine, file: StaticString = #fileID, line: UInt = #line
  ) -> NodeSelector {
    NodeSelector("kubernetes.io/hostname", machine.id.name, file: file, line: line)
  }
}
