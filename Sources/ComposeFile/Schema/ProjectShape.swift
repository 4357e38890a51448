extension Shape {
  /// A whole Compose file.
  static let project = Shape.object([
    "version": textOrNumber, "name": text, "include": .list(.either([text, inclusion])),
    "services": .map(.either([.nothing, service])),
    "networks": .map(.either([.nothing, network])), "volumes": .map(.either([.nothing, volume])),
    "secrets": .map(secret), "configs": .map(config), "models": .map(model),
  ])

  static let extraHosts = Shape.either([.map(textOrTexts), texts])

  static let ulimits = Shape.map(
    .either([integer, .object(["hard": integer, "soft": integer], required: ["soft", "hard"])]))

  /// What a service takes of `configs` and `secrets`.
  static let fileGrants = Shape.list(
    .either([
      text, .object(["gid": text, "mode": textOrNumber, "source": text, "target": text, "uid": text]),
    ]))

  private static let inclusion = Shape.object([
    "env_file": textOrTexts, "path": textOrTexts, "project_directory": text,
  ])

  private static let external = Shape.either([flag, .object(["name": text])])

  private static let network = Shape.object([
    "attachable": flag, "driver": text, "driver_opts": driverOptions, "enable_ipv4": flag, "enable_ipv6": flag,
    "external": external, "internal": flag, "labels": pairs, "name": text,
    "ipam": .object([
      "driver": text, "options": driverOptions,
      "config": .list(
        .object(["aux_addresses": driverOptions, "gateway": text, "ip_range": text, "subnet": text])),
    ]),
  ])

  private static let volume = Shape.object([
    "driver": text, "driver_opts": driverOptions, "external": external, "labels": pairs, "name": text,
  ])

  private static let secret = Shape.object([
    "driver": text, "driver_opts": driverOptions, "environment": text, "external": external, "file": text,
    "labels": pairs, "name": text, "template_driver": text,
  ])

  private static let config = Shape.object([
    "content": text, "environment": text, "external": external, "file": text, "labels": pairs, "name": text,
    "template_driver": text,
  ])

  private static let model = Shape.object(
    ["context_size": integer, "model": text, "name": text, "runtime_flags": texts], required: ["model"])
}
