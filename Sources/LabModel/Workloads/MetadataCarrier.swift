/// What carries a ``Label`` or an ``Annotation``, of what is made for a service in Kubernetes.
public enum MetadataCarrier: String, Sendable, Hashable, CaseIterable {
  /// The pods.
  case pods
  /// What keeps the pods running: the Deployment, StatefulSet, DaemonSet, Job or CronJob.
  case workload
  /// The Kubernetes Services.
  case service
  /// The Ingress.
  case ingress
}
