/// What is said about a container in braces.
public struct ContainerSettings: Sendable, Hashable {
  /// Its environment, in order.
  public var environment: [Environment] = []
  /// The volumes it sees.
  public var mounts: [Mount] = []
  /// Files whose text stands in the lab.
  public var configFiles: [ConfigFile] = []
  /// Files whose text is kept in the secret store.
  public var secretFiles: [SecretFile] = []
  /// What it is asked.
  public var probes: [Probe] = []
  /// What is done after its start and before its stop.
  public var hooks: [LifecycleHook] = []
  /// What it gets; the first one counts.
  public var resources: [Resources] = []
  /// What it may do; the first one counts.
  public var security: [SecurityContext] = []

  /// Nothing said.
  public init() {}
}
