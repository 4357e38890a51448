extension Blueprint {
  /// Everything that is to be made, kind by kind: what a plan compares.
  public var resources: [any Resource] {
    machines.map { $0 as any Resource } + services + roles + loadBalancing + failoverGroups + clusters + scrapeTargets
      + alerts + procedures + secrets
  }
}

extension ResourceKind {
  /// Every kind of resource that ships with Rackbook.
  public static let all: [ResourceKind] = [
    MachineResource.kind, ServiceResource.kind, HostRole.kind, LoadBalancing.kind, FailoverGroup.kind,
    ClusterInstallation.kind, ScrapeTarget.kind, AlertResource.kind, Procedure.kind, SecretResource.kind,
  ]
}
