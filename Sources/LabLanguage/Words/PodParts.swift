import LabModel

// Parts of a service that say one thing each about its pods.

extension EmptyDir: ServicePart {
  /// Is one of the volumes.
  public func join(_ parts: inout ServiceParts) { parts.template.volumes.append(.emptyDir(self)) }
}

extension HostPath: ServicePart {
  /// Is one of the volumes.
  public func join(_ parts: inout ServiceParts) { parts.template.volumes.append(.hostPath(self)) }
}

extension NFSVolume: ServicePart {
  /// Is one of the volumes.
  public func join(_ parts: inout ServiceParts) { parts.template.volumes.append(.nfs(self)) }
}

extension ExistingClaim: ServicePart {
  /// Is one of the volumes.
  public func join(_ parts: inout ServiceParts) { parts.template.volumes.append(.existingClaim(self)) }
}

extension Pod: ServicePart {
  /// Says how the pods are.
  public func join(_ parts: inout ServiceParts) { parts.template.pods.append(self) }
}

extension NodeSelector: ServicePart {
  /// Is one of the labels.
  public func join(_ parts: inout ServiceParts) { parts.template.nodeSelectors.append(self) }
}

extension NodeAffinity: ServicePart {
  /// Is one of the affinities.
  public func join(_ parts: inout ServiceParts) { parts.template.nodeAffinities.append(self) }
}

extension PodAffinity: ServicePart {
  /// Is one of the affinities.
  public func join(_ parts: inout ServiceParts) { parts.template.podAffinities.append(self) }
}

extension TopologySpread: ServicePart {
  /// Is one of the spreads.
  public func join(_ parts: inout ServiceParts) { parts.template.spreads.append(self) }
}

extension Toleration: ServicePart {
  /// Is one of the tolerations.
  public func join(_ parts: inout ServiceParts) { parts.template.tolerations.append(self) }
}

extension HostAlias: ServicePart {
  /// Is one of the lines.
  public func join(_ parts: inout ServiceParts) { parts.template.hostAliases.append(self) }
}

extension DNSConfig: ServicePart {
  /// Says how names are looked up.
  public func join(_ parts: inout ServiceParts) { parts.template.dnsConfigs.append(self) }
}

extension Alias: ServicePart {
  /// Is one of the names.
  public func join(_ parts: inout ServiceParts) { parts.template.aliases.append(self) }
}

extension Publish: ServicePart {
  /// Is one of the ports.
  public func join(_ parts: inout ServiceParts) { parts.template.published.append(self) }
}

extension Ingress: ServicePart {
  /// Is one of the ways in.
  public func join(_ parts: inout ServiceParts) { parts.template.ingresses.append(self) }
}

extension ServiceOptions: ServicePart {
  /// Says how the Kubernetes Service behaves.
  public func join(_ parts: inout ServiceParts) { parts.template.serviceOptions.append(self) }
}

extension Label: ServicePart {
  /// Is one of the labels.
  public func join(_ parts: inout ServiceParts) { parts.template.labels.append(self) }
}

extension Annotation: ServicePart {
  /// Is one of the annotations.
  public func join(_ parts: inout ServiceParts) { parts.template.annotations.append(self) }
}

extension AllowEgress: ServicePart {
  /// Is one of the permissions.
  public func join(_ parts: inout ServiceParts) { parts.template.egress.append(self) }
}

extension AllowIngress: ServicePart {
  /// Is one of the permissions.
  public func join(_ parts: inout ServiceParts) { parts.template.ingress.append(self) }
}

extension RegistryCredential: ServicePart {
  /// Is one of the credentials.
  public func join(_ parts: inout ServiceParts) { parts.template.registryCredentials.append(self) }
}

extension DisruptionBudget: ServicePart {
  /// Says how many pods may be stopped.
  public func join(_ parts: inout ServiceParts) { parts.template.disruptionBudgets.append(self) }
}
