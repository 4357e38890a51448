import Diagnostics

/// A variable in a container's environment.
///
/// ```swift
/// Environment("TZ", "Europe/Zurich")
/// Environment("DB_PASSWORD", from: SecretReference("home-apps/mealie", key: "password"))
/// Environment("POD_IP", field: "status.podIP")
/// ```
///
/// In the braces of a `Service` it is for the service's first container, in those of a `Container` for that one.
public struct Environment: Sendable, Hashable {
  /// Where a variable's value comes from.
  public enum Value: Sendable, Hashable {
    /// It stands here.
    case text(String)
    /// It is kept in the secret store.
    case secret(SecretReference)
    /// A field of the pod, such as `status.podIP`.
    case field(String)
    /// A resource of the container, such as `limits.memory`.
    case resource(String)
  }

  /// Its name.
  public let name: String
  /// Its value.
  public let value: Value
  /// Where it was declared.
  public let declared: SourceLocation

  /// A variable whose value stands here; `$(OTHER)` in it reads an earlier variable.
  public init(_ name: String, _ value: String, file: StaticString = #fileID, line: UInt = #line) {
    self.init(name, .text(value), SourceLocation(file, line))
  }

  /// A variable whose value is kept in the secret store.
  public init(_ name: String, from secret: SecretReference, file: StaticString = #fileID, line: UInt = #line) {
    self.init(name, .secret(secret), SourceLocation(file, line))
  }

  /// A variable that tells a container about its pod: `metadata.name`, `status.podIP`, `spec.nodeName`.
  public init(_ name: String, field: String, file: StaticString = #fileID, line: UInt = #line) {
    self.init(name, .field(field), SourceLocation(file, line))
  }

  /// A variable that tells a container about its own resources: `limits.cpu`, `requests.memory`.
  public init(_ name: String, resource: String, file: StaticString = #fileID, line: UInt = #line) {
    self.init(name, .resource(resource), SourceLocation(file, line))
  }

  private init(_ name: String, _ value: Value, _ declared: SourceLocation) {
    self.name = name
    self.value = value
    self.declared = declared
  }
}
