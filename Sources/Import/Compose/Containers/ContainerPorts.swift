import ComposeFile
import Diagnostics

/// Collects the ports of a container, and publishes those that Compose publishes.
struct ContainerPorts {
  let container: ContainerConversion

  init(_ container: ContainerConversion) {
    self.container = container
  }

  private struct Port: Hashable {
    var number: Int
    var transport: String
  }

  /// The ports of the container, the main one apart.
  func converted(image: String) -> (main: Int?, others: [SwiftExpression]) {
    var ports: [Port] = []
    func add(_ number: Int, _ transport: String) {
      let port = Port(number: number, transport: transport)
      if (1...65535).contains(number), !ports.contains(port) { ports.append(port) }
    }
    for port in container.service["ports"]?.items ?? [] {
      guard let target = port["target"]?.integer, let transport = transport(of: port) else { continue }
      add(target, transport)
      publish(port, target, transport)
    }
    for exposed in container.service["expose"]?.items ?? [] { expose(exposed, add) }
    if ports.isEmpty { guess(image, add) }
    guard let main = ports.first(where: { $0.transport == "tcp" }) else {
      return (nil, ports.map(expression))
    }
    return (main.number, ports.filter { $0 != main }.map(expression))
  }

  private func expression(_ port: Port) -> SwiftExpression {
    .call(SwiftCall(".\(port.transport)", [.init(.integer(port.number))]))
  }

  private func transport(of port: ComposeCursor) -> String? {
    switch port["protocol"]?.text?.lowercased() ?? "tcp" {
    case "tcp": return "tcp"
    case "udp": return "udp"
    default:
      port.drop("a port is TCP or UDP")
      return nil
    }
  }

  private func expose(_ exposed: ComposeCursor, _ add: (Int, String) -> Void) {
    let parts = (exposed.text ?? "").split(separator: "/")
    let ends = (parts.first ?? "").split(separator: "-").compactMap { Int($0) }
    let transport = parts.count > 1 ? parts[1].lowercased() : "tcp"
    guard let low = ends.first, let high = ends.last, low <= high, high - low < 200, ["tcp", "udp"].contains(transport)
    else { return exposed.drop("a port is a number, TCP or UDP, and a range has at most 200") }
    for number in low...high { add(number, transport) }
    exposed.carry()
  }

  /// A published port becomes one of a load balancer's address; what only this machine could reach is not published.
  private func publish(_ port: ComposeCursor, _ target: Int, _ transport: String) {
    port["target"]?.carry()
    port["protocol"]?.carry()
    port["name"]?.drop("ports are named by their numbers")
    port["app_protocol"]?.drop("the protocol is up to the client")
    let isLocal = ["127.0.0.1", "::1", "localhost"].contains(port["host_ip"]?.text ?? "")
    if isLocal {
      port["host_ip"]?.change("reachable within the cluster only")
    } else {
      port["host_ip"]?.drop("a load balancer has its own address")
    }
    let isHost = port["mode"]?.text == "host"
    port["mode"]?.carry()
    guard let published = port["published"] else { return }
    guard !isLocal else { return published.change("reachable within the cluster only") }
    guard let number = published.integer, (1...65535).contains(number) else {
      return published.drop("one port is published, not a range of which one would be chosen")
    }
    let kind = isHost ? "hostPort" : "loadBalancer"
    published.change(isHost ? "a port of the machine it runs on" : "a port of a load balancer's address")
    var arguments: [SwiftCall.Argument] = [.init(.integer(number))]
    if number != target { arguments.append(.init("to", .integer(target))) }
    if transport == "udp" { arguments.append(.init("transport", .member("udp"))) }
    arguments.append(.init("as", .member(kind)))
    container.pod.publish(number, transport, SwiftCall("Publish", arguments, at: published.place), published)
  }

  /// The ports that others call, or those of the image's documentation.
  private func guess(_ image: String, _ add: (Int, String) -> Void) {
    let called = container.pod.traffic.calledPorts[container.name] ?? []
    let known = called.isEmpty ? WellKnownPorts.ports(of: image) : called
    let isNeeded = container.pod.traffic.calls.contains { $0.value.contains(container.name) }
    guard isNeeded, !container.pod.traffic.endAwaited.contains(container.name) else { return }
    if known.isEmpty {
      container.conversion.log.add(
        ComposeImportRules.unknownPorts.diagnostic(
          at: container.service.place, "others need '\(container.name)', and its ports are not stated",
          solutions: ["write `port:` at its container"]))
      return
    }
    for port in known { add(port, "tcp") }
    let numbers = Set(known).sorted().map(String.init).joined(separator: ", ")
    container.conversion.log.add(
      ComposeImportRules.guessedPort.diagnostic(
        at: container.service.place,
        "'\(container.name)' states no port; \(numbers) is \(called.isEmpty ? "usual for its image" : "what others call")"
      ))
  }
}
