import ComposeFile
import Diagnostics

extension PodConversion {
  /// What the service needs and waits for, and where it may call.
  func convertTraffic() {
    var needed: [String] = []
    var waits: [(String, String)] = []
    for name in [leader] + members {
      guard let service = service(name) else { continue }
      for (target, condition) in service["depends_on"]?.entries ?? [] {
        convertDependency(condition, on: target, &needed, &waits)
      }
      needed += traffic.calls[name] ?? []
    }
    for (target, until) in waits {
      var arguments: [SwiftCall.Argument] = [.init("for", .thing(conversion.serviceID(target)))]
      if until == "completed" { arguments.append(.init("until", .member("completed"))) }
      modifiers.append(SwiftCall("waits", arguments))
    }
    var targets: [SwiftExpression] = []
    var seen = Set(waits.map(\.0)).union([leader])
    for name in needed {
      guard let target = conversion.leaders[name], isInLab(target), seen.insert(target).inserted,
        conversion.order.allows(leader, needs: target)
      else { continue }
      targets.append(.thing(conversion.serviceID(target)))
    }
    if !targets.isEmpty { modifiers.append(SwiftCall("needs", targets.map { .init($0) })) }
    if isCalledAgainstOrder {
      addOnce("AllowIngress", [.init("from", .call(SwiftCall(".namespace", [.init(.text(conversion.label))])))])
    }
    if !isClosed { addOnce("AllowEgress", [.init("to", .member("anywhere"))]) }
    for publication in publications.values.sorted(by: { $0.order < $1.order }) { parts.append(.call(publication.call)) }
  }

  /// Whether a service becomes one of the lab, rather than something a provider brings.
  private func isInLab(_ name: String) -> Bool {
    guard let service = service(name) else { return false }
    return service.node["provider"] == nil
  }

  private func convertDependency(
    _ dependency: ComposeCursor, on name: String, _ needed: inout [String], _ waits: inout [(String, String)]
  ) {
    dependency["restart"]?.drop("a service that is started again finds what it needs by name")
    guard let target = conversion.leaders[name], isInLab(target), target != leader else {
      return dependency.dropRest("it is in the same pod, or not in the lab")
    }
    dependency["required"]?.change("it is always needed where it is in the lab")
    switch dependency["condition"]?.text {
    case "service_healthy" where !conversion.hasPorts(target):
      dependency["condition"]?.change("it is needed; what listens on no port is never seen ready")
      needed.append(target)
    case "service_healthy":
      dependency["condition"]?.carry()
      if !waits.contains(where: { $0.0 == target }) { waits.append((target, "ready")) }
    case "service_completed_successfully":
      dependency["condition"]?.carry()
      if !waits.contains(where: { $0.0 == target }) { waits.append((target, "completed")) }
    default:
      dependency["condition"]?.change("it is needed; the order of starting follows")
      needed.append(target)
    }
  }

  /// Whether somebody calls this service without being able to need it, because it needs the caller.
  private var isCalledAgainstOrder: Bool {
    traffic.calls.contains { caller, targets in
      guard let other = conversion.leaders[caller], other != leader else { return false }
      return targets.contains { conversion.leaders[$0] == leader } && !conversion.order.allows(other, needs: leader)
    }
  }

  /// Whether the service is on networks without a way out only.
  private var isClosed: Bool {
    if service(leader)?["network_mode"]?.text == "none" { return true }
    let networks = service(leader)?["networks"]?.entries.map(\.key) ?? ["default"]
    return !networks.isEmpty && networks.allSatisfy { root["networks"]?[$0]?["internal"]?.isTrue == true }
  }

  /// Publishes a port once.
  func publish(_ number: Int, _ transport: String, _ call: SwiftCall, _ published: ComposeCursor) {
    let key = "\(number)/\(transport)"
    if publications[key] == nil { publications[key] = (publications.count, call) }
  }
}
