import LabModel

/// What may stand in the braces of a `Container`; in those of a ``Service`` it is for the first container.
public protocol ContainerPart: ServicePart {
  /// Adds itself to what is said about a container.
  func join(_ settings: inout ContainerSettings)
}

extension ContainerPart {
  /// Is for the first container.
  public func join(_ parts: inout ServiceParts) { parts.ofFirstContainer.append(self) }
}

extension Environment: ContainerPart {
  /// Is one of the variables.
  public func join(_ settings: inout ContainerSettings) { settings.environment.append(self) }
}

extension Mount: ContainerPart {
  /// Is one of the mounts.
  public func join(_ settings: inout ContainerSettings) { settings.mounts.append(self) }
}

extension ConfigFile: ContainerPart {
  /// Is one of the files.
  public func join(_ settings: inout ContainerSettings) { settings.configFiles.append(self) }
}

extension SecretFile: ContainerPart {
  /// Is one of the files.
  public func join(_ settings: inout ContainerSettings) { settings.secretFiles.append(self) }
}

extension Probe: ContainerPart {
  /// Is one of the probes.
  public func join(_ settings: inout ContainerSettings) { settings.probes.append(self) }
}

extension LifecycleHook: ContainerPart {
  /// Is one of the hooks.
  public func join(_ settings: inout ContainerSettings) { settings.hooks.append(self) }
}

extension Resources: ContainerPart {
  /// Says what the container gets.
  public func join(_ settings: inout ContainerSettings) { settings.resources.append(self) }
}

extension SecurityContext: ContainerPart {
  /// Says what the container may do.
  public func join(_ settings: inout ContainerSettings) { settings.security.append(self) }
}
