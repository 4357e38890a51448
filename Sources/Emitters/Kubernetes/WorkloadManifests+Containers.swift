import Blueprint
import Diagnostics
import Documents
import LabModel

// The containers of a pod.
extension WorkloadManifests {
  func container(_ container: Container, named name: String, restart: String? = nil) -> Node {
    let settings = container.settings
    return Node.mapping([
      ("name", .string(name)),
      ("image", .string(container.image)),
      ("imagePullPolicy", container.pullPolicy.map { .string($0.rawValue) }),
      ("restartPolicy", restart.map(Node.string)),
      ("command", .present(container.command)),
      ("args", .present(container.arguments)),
      ("workingDir", container.workingDirectory.map(Node.string)),
      ("stdin", container.keepsInputOpen ? true : nil),
      ("tty", container.hasTerminal ? true : nil),
      ("ports", .present(ports(of: container))),
      ("env", .present(settings.environment.map { variable($0).from($0.declared) })),
      ("resources", settings.resources.first.flatMap { resources($0)?.from($0.declared) }),
      ("startupProbe", probe(.startup, of: container)),
      ("readinessProbe", probe(.readiness, of: container)),
      ("livenessProbe", probe(.liveness, of: container)),
      ("lifecycle", lifecycle(of: container)),
      ("securityContext", security(settings.security.first)),
      ("volumeMounts", .present(mounts(of: container))),
    ]).from(container.declared)
  }

  func initContainer(_ first: InitContainer) -> Node {
    container(
      first.container, named: first.container.name ?? "\(workload.name)-init",
      restart: first.isSidecar ? "Always" : nil)
  }

  private func ports(of container: Container) -> [Node] {
    let isFirst = container.declared == template.containers.first?.declared
    let open = template.published.filter { $0.kind == .hostPort }
    var ports = container.ports
    // A port that is published on the node may be one that no container names.
    let named = Set(template.allContainers.flatMap(\.ports))
    if isFirst {
      for port in open.map({ Port($0.target, $0.transport) }) where !named.contains(port) && !ports.contains(port) {
        ports.append(port)
      }
    }
    return ports.map { port in
      let host = open.first { $0.target == port.number && $0.transport == port.transport }
      return Node.mapping([
        ("name", .string(Self.name(of: port))), ("containerPort", .int(port.number)),
        ("hostPort", host.map { .int($0.port) }), ("hostIP", host?.hostAddress.map(Node.string)),
        ("protocol", .string(port.transport.rawValue.uppercased())),
      ]).from(host?.declared)
    }
  }

  static func name(of port: Port) -> String { "\(port.transport.rawValue)-\(port.number)" }

  private func variable(_ variable: Environment) -> Node {
    let name: (String, Node?) = ("name", .string(variable.name))
    return switch variable.value {
    case .text(let text): .mapping([name, ("value", .string(text))])
    case .field(let path): .mapping([name, ("valueFrom", ["fieldRef": ["fieldPath": .string(path)]])])
    case .resource(let path): .mapping([name, ("valueFrom", ["resourceFieldRef": ["resource": .string(path)]])])
    case .secret(let secret):
      .mapping([
        name,
        (
          "valueFrom",
          ["secretKeyRef": ["name": .string(secretName), "key": .string(secrets.key(of: secret))]]
        ),
      ])
    }
  }

  private func resources(_ resources: Resources) -> Node? {
    let devices: [(String, Node?)] = resources.devices.map { ($0.name, .int($0.count)) }
    return .present([
      (
        "requests",
        .present([
          ("cpu", resources.cpu.map { .string("\($0)") }),
          ("memory", resources.memory.map { .string($0.kubernetes) }),
          ("ephemeral-storage", resources.ephemeralStorage.map { .string($0.kubernetes) }),
        ])
      ),
      (
        "limits",
        .present(
          [
            ("cpu", resources.cpuLimit.map { .string("\($0)") }),
            ("memory", resources.memoryLimit.map { .string($0.kubernetes) }),
            ("ephemeral-storage", resources.ephemeralStorageLimit.map { .string($0.kubernetes) }),
          ] + devices)
      ),
    ])
  }

  private func probe(_ purpose: Probe.Purpose, of container: Container) -> Node? {
    guard let probe = container.settings.probes.first(where: { $0.purpose == purpose }) else { return nil }
    return Node.mapping([
      action(probe.action, of: container),
      ("initialDelaySeconds", probe.initialDelay.map { .int($0.seconds) }),
      ("periodSeconds", probe.every.map { .int($0.seconds) }),
      ("timeoutSeconds", probe.timeout.map { .int($0.seconds) }),
      ("failureThreshold", probe.failures.map(Node.int)),
      ("successThreshold", probe.successes.map(Node.int)),
    ]).from(probe.declared)
  }

  private func action(_ action: ContainerAction, of container: Container) -> (String, Node?) {
    let first = container.ports.first?.number ?? 0
    switch action {
    case .exec(let command): return ("exec", ["command": .strings(command)])
    case .tcp(let port): return ("tcpSocket", ["port": .int(port ?? first)])
    case .grpc(let port, let service):
      return ("grpc", .mapping([("port", .int(port ?? first)), ("service", service.map(Node.string))]))
    case .http(let path, let port, let https, let host, let headers):
      return (
        "httpGet",
        .mapping([
          ("path", .string(path)), ("port", .int(port ?? first)), ("scheme", https ? "HTTPS" : nil),
          ("host", host.map(Node.string)),
          (
            "httpHeaders",
            .present(headers.map { ["name": .string($0.name), "value": .string($0.value)] })
          ),
        ])
      )
    }
  }

  private func lifecycle(of container: Container) -> Node? {
    let hooks = LifecycleHook.Moment.allCases.map { moment in
      let hook = container.settings.hooks.first { $0.moment == moment }
      return (
        moment.rawValue,
        hook.map { Node.mapping([action($0.action, of: container)]).from($0.declared) }
      )
    }
    return .present(hooks + [("stopSignal", container.stopSignal.map(Node.string))])
  }

  /// A privileged container is not limited by the rest: Kubernetes refuses to be told both.
  func security(_ context: SecurityContext?) -> Node {
    guard let context else { return ["allowPrivilegeEscalation": false] }
    let isAdministrator = context.privileged || context.add.contains("SYS_ADMIN")
    return Node.mapping([
      ("runAsUser", context.user.map(Node.int)),
      ("runAsGroup", context.group.map(Node.int)),
      ("runAsNonRoot", context.nonRoot.map(Node.bool)),
      ("privileged", context.privileged ? true : nil),
      ("readOnlyRootFilesystem", context.readOnlyRoot ? true : nil),
      ("allowPrivilegeEscalation", isAdministrator ? nil : .bool(context.allowsPrivilegeEscalation)),
      ("capabilities", .present([("drop", .present(context.drop)), ("add", .present(context.add))])),
      ("seccompProfile", context.seccomp == .runtimeDefault ? nil : profile(context.seccomp)),
      ("appArmorProfile", context.appArmor.map(profile)),
    ]).from(context.declared)
  }

  private func profile(_ profile: SecurityContext.Profile) -> Node {
    switch profile {
    case .runtimeDefault: ["type": "RuntimeDefault"]
    case .unconfined: ["type": "Unconfined"]
    case .localhost(let name): ["type": "Localhost", "localhostProfile": .string(name)]
    }
  }
}
