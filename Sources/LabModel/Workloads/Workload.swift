import Diagnostics

/// What keeps a service's pods running.
public enum Workload: Sendable, Hashable {
  /// Interchangeable pods.
  case deployment(Deployment)
  /// Pods with names and volumes of their own.
  case statefulSet(StatefulSet)
  /// A pod on every node.
  case daemonSet(DaemonSet)
  /// Pods that end.
  case job(Job)
  /// Pods that end, on a schedule.
  case cronJob(CronJob)

  /// The kind's name in Kubernetes.
  public var kind: String {
    switch self {
    case .deployment: "Deployment"
    case .statefulSet: "StatefulSet"
    case .daemonSet: "DaemonSet"
    case .job: "Job"
    case .cronJob: "CronJob"
    }
  }

  /// How many pods run at a time; nil where the number of nodes says so.
  public var replicas: Int? {
    switch self {
    case .deployment(let deployment): deployment.replicas
    case .statefulSet(let set): set.replicas
    case .daemonSet: nil
    case .job(let job): job.parallelism
    case .cronJob(let schedule): schedule.job.parallelism
    }
  }

  /// Whether its pods are meant to end.
  public var ends: Bool {
    switch self {
    case .job, .cronJob: true
    case .deployment, .statefulSet, .daemonSet: false
    }
  }

  /// Where it was declared.
  public var declared: SourceLocation {
    switch self {
    case .deployment(let deployment): deployment.declared
    case .statefulSet(let set): set.declared
    case .daemonSet(let set): set.declared
    case .job(let job): job.declared
    case .cronJob(let schedule): schedule.declared
    }
  }
}
