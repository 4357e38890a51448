import Diagnostics

/// A host name and path that the cluster's own ingress controller passes to a service.
///
/// ```swift
/// Ingress("mealie.lab.example", port: 9000, className: "nginx", tlsSecret: "mealie-tls")
/// ```
///
/// For a host name behind one of the lab's load balancers, say `.exposed(at:through:)` instead.
public struct Ingress: Sendable, Hashable {
  /// How a path is held against that of a request.
  public enum PathType: String, Sendable, Hashable, CaseIterable {
    /// By whole elements of the path.
    case prefix = "Prefix"
    /// It must be the same.
    case exact = "Exact"
    /// As the controller likes.
    case implementationSpecific = "ImplementationSpecific"
  }

  /// The host name; nil for any.
  public let host: String?
  /// The path.
  public let path: String
  /// How the path is held against that of a request.
  public let pathType: PathType
  /// The container's port; nil for the first one.
  public let port: Int?
  /// The name of the IngressClass; nil for the cluster's default.
  public let className: String?
  /// The Secret with the certificate; nil for none.
  public let tlsSecret: String?
  /// The namespace of the controller's pods, which may connect.
  public let controllerNamespace: String
  /// Where it was declared.
  public let declared: SourceLocation

  /// Declares a way in.
  ///
  /// - Parameters:
  ///   - host: The host name; any unless said otherwise.
  ///   - path: The path; `/` unless said otherwise.
  ///   - pathType: How the path is held against that of a request; as a prefix unless said otherwise.
  ///   - port: The container's port; its first one unless said otherwise.
  ///   - className: The name of the IngressClass; the cluster's default unless said otherwise.
  ///   - tlsSecret: The Secret with the certificate, in the same namespace; no TLS unless said otherwise.
  ///   - controllerNamespace: The namespace of the controller's pods, which may connect.
  ///   - file: Left out.
  ///   - line: Left out.
  public init(
    _ host: String? = nil, path: String = "/", pathType: PathType = .prefix, port: Int? = nil,
    className: String? = nil, tlsSecret: String? = nil, controllerNamespace: String = "ingress-nginx",
    file: StaticString = #fileID, line: UInt = #line
  ) {
    self.host = host
    self.path = path
    self.pathType = pathType
    self.port = port
    self.className = className
    self.tlsSecret = tlsSecret
    self.controllerNamespace = controllerNamespace
    self.declared = SourceLocation(file, line)
  }
}
