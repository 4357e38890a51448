extension Shape {
  /// A service.
  static let service = Shape.object([
    "annotations": pairs, "attach": flag, "blkio_config": blockIO, "build": .either([text, build]), "cap_add": texts,
    "cap_drop": texts, "cgroup": .word("host", "private"), "cgroup_parent": text, "command": command,
    "configs": fileGrants, "container_name": text, "cpu_count": integer, "cpu_percent": number,
    "cpu_period": textOrNumber,
    "cpu_quota": textOrNumber, "cpu_rt_period": textOrNumber, "cpu_rt_runtime": textOrNumber, "cpu_shares": integer,
    "cpus": number, "cpuset": text, "credential_spec": .object(["config": text, "file": text, "registry": text]),
    "depends_on": dependencies, "deploy": deploy, "develop": develop, "device_cgroup_rules": texts,
    "devices": .list(
      .either([text, .object(["source": text, "target": text, "permissions": text], required: ["source"])])),
    "dns": textOrTexts, "dns_opt": texts, "dns_search": textOrTexts, "domainname": text, "entrypoint": command,
    "env_file": environmentFiles, "environment": pairs, "expose": .list(textOrNumber),
    "extends": .either([text, .object(["service": text, "file": text], required: ["service"])]),
    "external_links": texts, "extra_hosts": extraHosts, "gpus": .either([.word("all"), .list(deviceRequest)]),
    "group_add": .list(textOrNumber), "healthcheck": healthCheck, "hostname": text, "image": text, "init": flag,
    "ipc": text, "isolation": text, "label_file": textOrTexts, "labels": pairs, "links": texts,
    "logging": .object(["driver": text, "options": driverOptions]), "mac_address": text, "mem_limit": size,
    "mem_reservation": size, "mem_swappiness": integer, "memswap_limit": size,
    "models": .either([
      texts, .map(.either([.nothing, .object(["endpoint_var": text, "model_var": text])])),
    ]),
    "network_mode": text, "networks": .either([texts, .map(.either([.nothing, attachment]))]),
    "oom_kill_disable": flag, "oom_score_adj": integer, "pid": .either([.nothing, text]), "pids_limit": integer,
    "platform": text, "ports": .list(.either([textOrNumber, port])), "post_start": .list(hook(required: ["command"])),
    "pre_start": .list(hook(required: [])), "pre_stop": .list(hook(required: ["command"])), "privileged": flag,
    "profiles": texts,
    "provider": .object(
      ["type": text, "options": .map(.either([anyScalar, .list(anyScalar)]))], required: ["type"]),
    "pull_policy": text, "pull_refresh_after": text, "read_only": flag, "restart": text, "runtime": text,
    "scale": integer, "secrets": fileGrants, "security_opt": texts, "shm_size": size, "stdin_open": flag,
    "stop_grace_period": duration, "stop_signal": text, "storage_opt": driverOptions, "sysctls": pairs,
    "tmpfs": textOrTexts, "tty": flag, "ulimits": ulimits, "use_api_socket": flag, "user": text, "userns_mode": text,
    "uts": text, "volumes": .list(.either([text, mount])), "volumes_from": texts, "working_dir": text,
  ])

  private static let build = Shape.object([
    "additional_contexts": pairs, "args": pairs, "cache_from": texts, "cache_to": texts, "context": text,
    "dockerfile": text, "dockerfile_inline": text, "entitlements": texts, "extra_hosts": extraHosts, "isolation": text,
    "labels": pairs, "network": text, "no_cache": flag, "no_cache_filter": textOrTexts, "platforms": texts,
    "privileged": flag, "provenance": anyScalar, "pull": flag, "sbom": anyScalar, "secrets": fileGrants,
    "shm_size": size, "ssh": pairs, "tags": texts, "target": text, "ulimits": ulimits,
  ])

  private static let port = Shape.object([
    "app_protocol": text, "host_ip": text, "mode": text, "name": text, "protocol": text, "published": textOrNumber,
    "target": integer,
  ])

  private static let mount = Shape.object(
    [
      "bind": .object([
        "create_host_path": flag, "propagation": text,
        "recursive": .word("enabled", "disabled", "writable", "readonly"), "selinux": .word("z", "Z"),
      ]),
      "consistency": text, "image": .object(["subpath": text]), "read_only": flag, "source": text, "target": text,
      "tmpfs": .object(["mode": textOrNumber, "size": size]),
      "type": .word("bind", "volume", "tmpfs", "cluster", "npipe", "image"),
      "volume": .object(["labels": pairs, "nocopy": flag, "subpath": text]),
    ], required: ["type"])

  private static let attachment = Shape.object([
    "aliases": texts, "driver_opts": driverOptions, "gw_priority": integer, "interface_name": text,
    "ipv4_address": text, "ipv6_address": text, "link_local_ips": texts, "mac_address": text, "priority": integer,
  ])

  private static let dependencies = Shape.either([
    texts,
    .map(
      .object(
        [
          "condition": .word("service_started", "service_healthy", "service_completed_successfully"),
          "required": flag, "restart": flag,
        ], required: ["condition"])),
  ])

  private static let environmentFiles = Shape.either([
    text,
    .list(.either([text, .object(["format": text, "path": text, "required": flag], required: ["path"])])),
  ])

  private static let healthCheck = Shape.object([
    "disable": flag, "interval": duration, "retries": integer, "start_interval": duration, "start_period": duration,
    "test": textOrTexts, "timeout": duration,
  ])

  private static let develop = Shape.object([
    "watch": .list(
      .object(
        [
          "action": .word("rebuild", "sync", "restart", "sync+restart", "sync+exec"),
          "exec": hook(required: ["command"]), "ignore": textOrTexts, "include": textOrTexts, "initial_sync": flag,
          "path": text, "target": text,
        ], required: ["path", "action"]))
  ])

  private static let blockIO = Shape.object([
    "device_read_bps": rates, "device_read_iops": rates, "device_write_bps": rates, "device_write_iops": rates,
    "weight": integer, "weight_device": .list(.object(["path": text, "weight": integer])),
  ])

  private static let rates = Shape.list(.object(["path": text, "rate": size]))

  private static func hook(required: [String]) -> Shape {
    .object(
      [
        "command": command, "environment": pairs, "image": text, "per_replica": flag, "privileged": flag, "user": text,
        "working_dir": text,
      ], required: required)
  }
}
