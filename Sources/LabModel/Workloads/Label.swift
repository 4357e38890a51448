import Diagnostics

/// A label on what is made for a service in Kubernetes.
///
/// ```swift
/// Label("example.com/team", "home")
/// ```
public struct Label: Sendable, Hashable {
  /// Its name.
  public let key: String
  /// Its value.
  public let value: String
  /// What carries it.
  public let carriers: Set<MetadataCarrier>
  /// Where it was declared.
  public let declared: SourceLocation

  /// Declares it.
  ///
  /// - Parameters:
  ///   - key: Its name, with a prefix where others use it too: `example.com/team`.
  ///   - value: Its value.
  ///   - carriers: What carries it; pods and what keeps them running unless said otherwise.
  ///   - file: Left out.
  ///   - line: Left out.
  public init(
    _ key: String, _ value: String, on carriers: Set<MetadataCarrier> = [.pods, .workload],
    file: StaticString = #fileID, line: UInt = #line
  ) {
    self.key = key
    self.value = value
    self.carriers = carriers
    self.declared = SourceLocation(file, line)
  }
}
