import Blueprint
import Diagnostics
import Documents
import LabModel

// How a pod is.
extension WorkloadManifests {
  func podSpec(restart: String?) -> Node {
    let pod = template.pods.first
    var node = Node.mapping([
      ("restartPolicy", restart.map(Node.string)),
      ("serviceAccountName", serviceAccount.map(Node.string)),
      ("automountServiceAccountToken", .bool(pod?.mountsServiceAccountToken ?? false)),
      // Variables for every service of the namespace: nobody reads them, and long lists slow the start.
      ("enableServiceLinks", false),
      ("hostNetwork", pod?.hostNetwork == true ? true : nil),
      ("hostPID", pod?.hostPID == true ? true : nil),
      ("hostIPC", pod?.hostIPC == true ? true : nil),
      ("shareProcessNamespace", pod?.sharesProcesses == true ? true : nil),
      ("hostname", pod?.hostname.map(Node.string)),
      ("subdomain", pod?.subdomain.map(Node.string)),
      ("terminationGracePeriodSeconds", pod?.stopGrace.map { .int($0.seconds) }),
      ("priorityClassName", pod?.priorityClass.map(Node.string)),
      ("runtimeClassName", pod?.runtimeClass.map(Node.string)),
      ("os", template.allContainers.contains { $0.stopSignal != nil } ? ["name": "linux"] : nil),
      ("securityContext", podSecurity(pod)),
      ("imagePullSecrets", .present(template.registryCredentials.map { ["name": .string($0.name)] })),
    ])
    for (key, value) in scheduling + names(pod) where value != nil { node[key] = value }
    node["initContainers"] = .present(
      waitingContainers + template.initContainers.map { initContainer($0) })
    node["containers"] = .sequence(
      template.containers.enumerated().map {
        container($1, named: $1.name ?? (($0 == 0) ? workload.name : "\(workload.name)-\($0)"))
      }
    )
    node["volumes"] = .present(volumes)
    return node
  }

  private func podSecurity(_ pod: Pod?) -> Node {
    .mapping([
      ("fsGroup", pod?.fsGroup.map(Node.int)),
      // A volume of many files is not walked through at every start.
      ("fsGroupChangePolicy", pod?.fsGroup == nil ? nil : "OnRootMismatch"),
      ("supplementalGroups", .present((pod?.supplementalGroups ?? []).map(Node.int))),
      ("sysctls", .present((pod?.sysctls ?? []).map { ["name": .string($0.name), "value": .string($0.value)] })),
      ("seccompProfile", ["type": "RuntimeDefault"]),
    ])
  }

  /// How names are looked up.
  private func names(_ pod: Pod?) -> [(String, Node?)] {
    let policy = pod?.dnsPolicy ?? (pod?.hostNetwork == true ? .clusterFirstWithHostNet : nil)
    let config = template.dnsConfigs.first
    return [
      ("dnsPolicy", policy.map { .string($0.rawValue) }),
      (
        "dnsConfig",
        config.map { config in
          Node.mapping([
            ("nameservers", .present(config.servers)),
            ("searches", .present(config.searches)),
            (
              "options",
              .present(
                config.options.map { .mapping([("name", .string($0.name)), ("value", $0.value.map(Node.string))]) })
            ),
          ]).from(config.declared)
        }
      ),
      (
        "hostAliases",
        .present(
          template.hostAliases.map { alias in
            Node.mapping([("ip", .string(alias.address)), ("hostnames", .strings(alias.names))]).from(alias.declared)
          })
      ),
    ]
  }

  private var scheduling: [(String, Node?)] {
    [
      (
        "nodeSelector",
        .present(template.nodeSelectors.map { ($0.key, Node.string($0.value).from($0.declared)) })
      ),
      (
        "affinity",
        .present([
          ("nodeAffinity", nodeAffinity), ("podAffinity", podAffinity(.together)),
          ("podAntiAffinity", podAffinity(.apart)),
        ])
      ),
      (
        "tolerations",
        .present(
          template.tolerations.map { toleration in
            Node.mapping([
              ("key", toleration.key.map(Node.string)),
              ("operator", toleration.value == nil ? "Exists" : "Equal"),
              ("value", toleration.value.map(Node.string)),
              ("effect", toleration.effect.map { .string($0.rawValue) }),
              ("tolerationSeconds", toleration.duration.map { .int($0.seconds) }),
            ]).from(toleration.declared)
          })
      ),
      ("topologySpreadConstraints", .present(spreads)),
    ]
  }

  /// Replicas stand on different nodes where that is possible, unless the lab says how they are spread.
  private var spreads: [Node] {
    if template.spreads.isEmpty {
      guard !workload.workload.ends, (workload.workload.replicas ?? 1) > 1, template.podAffinities.isEmpty else {
        return []
      }
      return [spread(TopologySpread())]
    }
    return template.spreads.map { spread($0).from($0.declared) }
  }

  private func spread(_ spread: TopologySpread) -> Node {
    [
      "maxSkew": .int(spread.maxSkew),
      "topologyKey": .string(spread.topologyKey),
      "whenUnsatisfiable": spread.isRequired ? "DoNotSchedule" : "ScheduleAnyway",
      "labelSelector": ["matchLabels": selector],
    ]
  }

  private var nodeAffinity: Node? {
    let terms = template.nodeAffinities.map { affinity in
      (
        affinity,
        Node.mapping([
          ("key", .string(affinity.key)), ("operator", .string(affinity.comparison.rawValue)),
          ("values", .present(affinity.values)),
        ]).from(affinity.declared)
      )
    }
    let required = terms.filter(\.0.isRequired).map(\.1)
    let preferred = terms.filter { !$0.0.isRequired }.map { affinity, term in
      Node.mapping([("weight", .int(affinity.weight)), ("preference", ["matchExpressions": [term]])])
        .from(affinity.declared)
    }
    return .present([
      (
        "requiredDuringSchedulingIgnoredDuringExecution",
        required.isEmpty ? nil : ["nodeSelectorTerms": [["matchExpressions": .sequence(required)]]]
      ),
      ("preferredDuringSchedulingIgnoredDuringExecution", .present(preferred)),
    ])
  }

  private func podAffinity(_ placement: PodAffinity.Placement) -> Node? {
    let terms = template.podAffinities.filter { $0.placement == placement }.map { affinity in
      (
        affinity,
        Node.mapping([
          (
            "labelSelector",
            ["matchLabels": .mapping(affinity.labels.map { ($0.key, .string($0.value)) })]
          ),
          ("topologyKey", .string(affinity.topologyKey)),
        ]).from(affinity.declared)
      )
    }
    let preferred = terms.filter { !$0.0.isRequired }.map { affinity, term in
      Node.mapping([("weight", .int(affinity.weight)), ("podAffinityTerm", term)]).from(affinity.declared)
    }
    return .present([
      ("requiredDuringSchedulingIgnoredDuringExecution", .present(terms.filter(\.0.isRequired).map(\.1))),
      ("preferredDuringSchedulingIgnoredDuringExecution", .present(preferred)),
    ])
  }
}
