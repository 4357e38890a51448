import Blueprint
import Diagnostics
import Documents
import LabModel

// What keeps the pods running.
extension WorkloadManifests {
  var pods: [Node] {
    switch workload.workload {
    case .deployment(let deployment): [controller("Deployment", spec(deployment), deployment.declared)]
    case .statefulSet(let set): [controller("StatefulSet", spec(set), set.declared)]
    case .daemonSet(let set): [controller("DaemonSet", spec(set), set.declared)]
    case .job(let job): [controller("Job", spec(job), job.declared, group: "batch/v1")]
    case .cronJob(let schedule): [controller("CronJob", spec(schedule), schedule.declared, group: "batch/v1")]
    }
  }

  /// A workload that nobody wrote a word for has its service's place.
  private func controller(
    _ kind: String, _ spec: [(String, Node?)], _ declared: SourceLocation, group: String = "apps/v1"
  ) -> Node {
    let origin = template.workload == nil ? workload.origin : declared
    return object(
      group, kind, labels: labels(on: .workload), annotations: annotations(on: .workload)
    )
    .with([("spec", .mapping(spec))], from: workload.origin).restating("spec", from: origin)
  }

  private func spec(_ deployment: Deployment) -> [(String, Node?)] {
    [
      ("replicas", .int(deployment.replicas)),
      ("revisionHistoryLimit", deployment.history.map(Node.int)),
      ("minReadySeconds", deployment.minReady.map { .int($0.seconds) }),
      ("progressDeadlineSeconds", deployment.progressDeadline.map { .int($0.seconds) }),
      ("selector", ["matchLabels": selector]),
      ("strategy", strategy(deployment.strategy)),
      ("template", podTemplate(restart: nil)),
    ]
  }

  /// A volume that one node can use at a time lets go of the old pod's node only when that pod is gone.
  private func strategy(_ stated: Deployment.Strategy?) -> Node? {
    let isTied = workload.claims.contains { !$0.claim.isForSeveralNodes }
    switch stated ?? (isTied ? .recreate : .rolling()) {
    case .recreate: return ["type": "Recreate"]
    case .rolling(let surge, let unavailable):
      return .mapping([
        ("type", "RollingUpdate"),
        ("rollingUpdate", .present([("maxSurge", surge?.node), ("maxUnavailable", unavailable?.node)])),
      ])
    }
  }

  private func spec(_ set: StatefulSet) -> [(String, Node?)] {
    let strategy: Node =
      switch set.strategy {
      case .onDelete: ["type": "OnDelete"]
      case .rolling(let partition, let unavailable):
        .mapping([
          ("type", "RollingUpdate"),
          (
            "rollingUpdate",
            .present([("partition", partition.map(Node.int)), ("maxUnavailable", unavailable?.node)])
          ),
        ])
      }
    let templates = workload.claims.filter(\.isOwn).map { use in
      Node.mapping([
        ("metadata", ["name": .string(use.volume)]), ("spec", ClaimNode.spec(of: use.claim)),
      ]).from(use.claim.origin)
    }
    return [
      ("replicas", .int(set.replicas)),
      ("serviceName", .string(governingService(of: set))),
      ("podManagementPolicy", set.isParallel ? "Parallel" : nil),
      ("selector", ["matchLabels": selector]),
      ("updateStrategy", strategy),
      ("template", podTemplate(restart: nil)),
      ("volumeClaimTemplates", .present(templates)),
    ]
  }

  /// The Kubernetes Service that gives the pods of a StatefulSet their names.
  func governingService(of set: StatefulSet) -> String {
    set.serviceName ?? (template.serviceOptions.first?.isHeadless == true ? workload.name : "\(workload.name)-pods")
  }

  private func spec(_ set: DaemonSet) -> [(String, Node?)] {
    let strategy: Node =
      switch set.strategy {
      case .onDelete: ["type": "OnDelete"]
      case .rolling(let surge, let unavailable):
        .mapping([
          ("type", "RollingUpdate"),
          (
            "rollingUpdate", .present([("maxSurge", surge?.node), ("maxUnavailable", unavailable?.node)])
          ),
        ])
      }
    return [
      ("selector", ["matchLabels": selector]), ("updateStrategy", strategy), ("template", podTemplate(restart: nil)),
    ]
  }

  private func spec(_ job: Job) -> [(String, Node?)] {
    [
      ("backoffLimit", .int(job.retries)),
      ("activeDeadlineSeconds", job.deadline.map { .int($0.seconds) }),
      ("completions", job.completions == 1 ? nil : .int(job.completions)),
      ("parallelism", job.parallelism == 1 ? nil : .int(job.parallelism)),
      ("ttlSecondsAfterFinished", job.keepFor.map { .int($0.seconds) }),
      ("template", podTemplate(restart: job.restart.rawValue)),
    ]
  }

  private func spec(_ schedule: CronJob) -> [(String, Node?)] {
    [
      ("schedule", .string(schedule.schedule)),
      ("timeZone", schedule.timeZone.map(Node.string)),
      ("concurrencyPolicy", .string(schedule.concurrency.rawValue)),
      ("suspend", schedule.isSuspended ? true : nil),
      ("startingDeadlineSeconds", schedule.startingDeadline.map { .int($0.seconds) }),
      ("successfulJobsHistoryLimit", schedule.keepSucceeded.map(Node.int)),
      ("failedJobsHistoryLimit", schedule.keepFailed.map(Node.int)),
      ("jobTemplate", ["spec": .mapping(spec(schedule.job))]),
    ]
  }

  private func podTemplate(restart: String?) -> Node {
    let digest = workload.configDigest.map { [("checksum/config", Optional(Node.string($0)))] } ?? []
    return .mapping([
      (
        "metadata",
        .mapping([
          ("labels", labels(on: .pods)),
          ("annotations", .present(digest + annotations(on: .pods))),
        ])
      ),
      ("spec", podSpec(restart: restart)),
    ])
  }
}

extension Node {
  /// The same mapping, with one of its entries coming from another place.
  func restating(_ key: String, from origin: SourceLocation) -> Node {
    var node = self
    node[key] = self[key]?.from(origin)
    return node
  }
}
