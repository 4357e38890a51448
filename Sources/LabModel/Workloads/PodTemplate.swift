/// What a service says about its pods, beside the volumes that it keeps state in.
public struct PodTemplate: Sendable {
  /// Its containers, the main one first.
  public var containers: [Container] = []
  /// Containers that run before them.
  public var initContainers: [InitContainer] = []
  /// What keeps its pods running; one, or none for a deployment of one replica.
  public var workloads: [Workload] = []
  /// Volumes that are no claims of the service.
  public var volumes: [PodVolume] = []
  /// Settings of the pods as a whole; the first one counts.
  public var pods: [Pod] = []
  /// Labels of nodes that it is kept on.
  public var nodeSelectors: [NodeSelector] = []
  /// Nodes that it is drawn to.
  public var nodeAffinities: [NodeAffinity] = []
  /// Pods that it runs beside or apart from.
  public var podAffinities: [PodAffinity] = []
  /// How its replicas are spread.
  public var spreads: [TopologySpread] = []
  /// Taints that do not keep it away.
  public var tolerations: [Toleration] = []
  /// Lines of `/etc/hosts`.
  public var hostAliases: [HostAlias] = []
  /// How names are looked up; the first one counts.
  public var dnsConfigs: [DNSConfig] = []
  /// Further names.
  public var aliases: [Alias] = []
  /// Further ports.
  public var published: [Publish] = []
  /// Ways in through the cluster's ingress controller.
  public var ingresses: [Ingress] = []
  /// How its Kubernetes Service behaves; the first one counts.
  public var serviceOptions: [ServiceOptions] = []
  /// Labels.
  public var labels: [Label] = []
  /// Annotations.
  public var annotations: [Annotation] = []
  /// What it may connect to.
  public var egress: [AllowEgress] = []
  /// What may connect to it.
  public var ingress: [AllowIngress] = []
  /// What images are pulled with.
  public var registryCredentials: [RegistryCredential] = []
  /// How many pods may be stopped at a time; the first one counts.
  public var disruptionBudgets: [DisruptionBudget] = []

  /// Nothing said.
  public init() {}

  /// What keeps the pods running.
  public var workload: Workload? { workloads.first }
}
