/// What the cluster does to ask or tell a container something: for a ``Probe`` and a ``LifecycleHook``.
public enum ContainerAction: Sendable, Hashable {
  /// A request; a status of 200 to 399 is a yes. Without a port, the container's first one.
  case http(_ path: String, port: Int? = nil, https: Bool = false, host: String? = nil, headers: [Header] = [])
  /// A connection that can be opened. Without a port, the container's first one.
  case tcp(port: Int? = nil)
  /// A program in the container that ends with status 0.
  case exec([String])
  /// The health service of gRPC. Without a port, the container's first one.
  case grpc(port: Int? = nil, service: String? = nil)

  /// A header of a request.
  public struct Header: Sendable, Hashable {
    /// Its name.
    public var name: String
    /// Its value.
    public var value: String

    /// States a header.
    public init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }
}
