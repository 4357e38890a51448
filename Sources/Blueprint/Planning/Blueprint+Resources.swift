import LabModel

extension Blueprint {
  /// Everything that systems contributed, kind by kind: what a plan compares, beside the services.
  public var resources: [any Resource] {
    machines.map { $0 as any Resource } + roles + hostFiles + loadBalancing + failoverGroups + clusters + scrapeTargets
      + alerts
      + procedures + secrets + contents.flatMap(\.namespaces) + contents.flatMap(\.storageClasses) + hatches
  }

  /// Raw documents, patches and files of the lab's own.
  private var hatches: [any Resource] { lab.all((any Hatch).self).compactMap { $0 as? any Resource } }
}

extension ResourceKind {
  /// Every kind of resource that ships with Rackbook.
  public static let all: [ResourceKind] = [
    MachineResource.kind, ServiceResource.kind, HostRole.kind, LoadBalancing.kind, FailoverGroup.kind,
    ClusterInstallation.kind, ScrapeTarget.kind, AlertResource.kind, Procedure.kind, SecretResource.kind,
    NamespaceResource.kind, StorageClassResource.kind, HostFile.kind, Native.kind, Patch.kind, ExtraFile.kind,
  ]
}
