/// A container that runs before the others of its pod, or beside them from before their start.
public struct InitContainer: Sendable, Hashable {
  /// The container.
  public let container: Container
  /// Whether it stays, beside the others, instead of ending before they start.
  public let isSidecar: Bool

  /// States one; labs write the word of the same name.
  public init(_ container: Container, isSidecar: Bool) {
    self.container = container
    self.isSidecar = isSidecar
  }
}
