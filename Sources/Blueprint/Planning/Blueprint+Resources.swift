extension Blueprint {
  /// Everything that systems contributed, kind by kind: what a plan compares, beside the services.
  public var resources: [any Resource] {
    machines.map { $0 as any Resource } + roles + loadBalancing + failoverGroups + clusters + scrapeTargets + alerts
      + procedures + secrets
  }
}

extension ResourceKind {
  /// Every kind of resource that ships with Rackbook.
  public static let all: [ResourceKind] = [
    MachineResource.kind, ServiceResource.kind, HostRole.kind, LoadBalancing.kind, FailoverGroup.kind,
    ClusterInstallation.kind, ScrapeTarget.kind, AlertResource.kind, Procedure.kind, SecretResource.kind,
  ]
}
