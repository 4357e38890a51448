import LabModel

/// What may stand in the braces of a ``Service``.
public protocol ServicePart: Sendable {
  /// Adds itself to what is said about a service.
  func join(_ parts: inout ServiceParts)
}

/// What is said about a service in its braces.
public struct ServiceParts: Sendable {
  /// Its volumes.
  public var volumes: [Volume] = []
  /// Its own alerts.
  public var alerts: [Alert] = []
  /// Its pods.
  public var template = PodTemplate()
  /// What is said about its first container.
  var ofFirstContainer: [any ContainerPart] = []

  init(_ parts: [any ServicePart]) {
    for part in parts { part.join(&self) }
    guard !template.containers.isEmpty else { return }
    let mounts = volumes.compactMap(\.mount) + template.volumes.compactMap(\.mount)
    template.containers[0].settings.mounts = mounts + template.containers[0].settings.mounts
    for part in ofFirstContainer { part.join(&template.containers[0].settings) }
  }
}

extension Alert: ServicePart {
  /// Is one of the alerts.
  public func join(_ parts: inout ServiceParts) { parts.alerts.append(self) }
}

extension Container: ServicePart {
  /// Is one of the containers.
  public func join(_ parts: inout ServiceParts) { parts.template.containers.append(self) }
}

extension InitContainer: ServicePart {
  /// Is one of the containers that run first.
  public func join(_ parts: inout ServiceParts) { parts.template.initContainers.append(self) }
}

extension Deployment: ServicePart {
  /// Says what keeps the pods running.
  public func join(_ parts: inout ServiceParts) { parts.template.workloads.append(.deployment(self)) }
}

extension StatefulSet: ServicePart {
  /// Says what keeps the pods running.
  public func join(_ parts: inout ServiceParts) { parts.template.workloads.append(.statefulSet(self)) }
}

extension DaemonSet: ServicePart {
  /// Says what keeps the pods running.
  public func join(_ parts: inout ServiceParts) { parts.template.workloads.append(.daemonSet(self)) }
}

extension Job: ServicePart {
  /// Says that the pods end.
  public func join(_ parts: inout ServiceParts) { parts.template.workloads.append(.job(self)) }
}

extension CronJob: ServicePart {
  /// Says when the pods run.
  public func join(_ parts: inout ServiceParts) { parts.template.workloads.append(.cronJob(self)) }
}
