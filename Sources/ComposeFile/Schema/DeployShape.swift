extension Shape {
  /// How a service is to be run: `deploy`.
  static let deploy = Shape.object([
    "endpoint_mode": text, "labels": pairs, "mode": text, "replicas": integer, "rollback_config": rollout,
    "update_config": rollout,
    "placement": .object([
      "constraints": texts, "max_replicas_per_node": integer, "preferences": .list(.object(["spread": text])),
    ]),
    "resources": .object([
      "limits": .object(["cpus": number, "memory": size, "pids": integer]),
      "reservations": .object([
        "cpus": number, "devices": .list(deviceRequest), "memory": size,
        "generic_resources": .list(
          .object(["discrete_resource_spec": .object(["kind": text, "value": textOrNumber])])),
      ]),
    ]),
    "restart_policy": .object([
      "condition": text, "delay": duration, "max_attempts": integer, "window": duration,
    ]),
  ])

  /// A request for GPUs and the like.
  static let deviceRequest = Shape.object([
    "capabilities": texts, "count": textOrNumber, "device_ids": texts, "driver": text, "options": pairs,
  ])

  private static let rollout = Shape.object([
    "delay": duration, "failure_action": text, "max_failure_ratio": number, "monitor": duration,
    "order": .word("start-first", "stop-first"), "parallelism": integer,
  ])
}
