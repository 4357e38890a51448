import ComposeFile
import Diagnostics

/// Turns limits and reservations into `Resources`.
struct ResourceConversion {
  let container: ContainerConversion

  init(_ container: ContainerConversion) {
    self.container = container
  }

  func convert() {
    let service = container.service
    let resources = service["deploy"]?["resources"]
    var arguments: [SwiftCall.Argument] = []
    func add(_ label: String, _ values: [ComposeCursor?], _ read: (ComposeCursor) -> SwiftExpression?) {
      let present = values.compactMap(\.self)
      for value in present {
        guard let expression = read(value) else {
          value.drop("no amount, or none at all")
          continue
        }
        value.carry()
        if !arguments.contains(where: { $0.label == label }) { arguments.append(.init(label, expression)) }
      }
    }
    add("cpu", [resources?["reservations"]?["cpus"]], Self.cores)
    add("memory", [service["mem_reservation"], resources?["reservations"]?["memory"]], Self.size)
    add("cpuLimit", [service["cpus"], resources?["limits"]?["cpus"]], Self.cores)
    add("memoryLimit", [service["mem_limit"], resources?["limits"]?["memory"]], Self.size)
    resources?["limits"]?["pids"]?.drop(DroppedKeys.reasons["pids_limit"] ?? "")
    let devices = devices()
    if !devices.isEmpty { arguments.append(.init("devices", .dictionary(devices))) }
    if !arguments.isEmpty { container.parts.append(.call(SwiftCall("Resources", arguments))) }
  }

  private static func cores(_ value: ComposeCursor) -> SwiftExpression? {
    guard let number = value.text.flatMap(Double.init), number > 0, number < 100_000 else { return nil }
    if let whole = Int(exactly: number) { return .call(SwiftCall(".cores", [.init(.integer(whole))])) }
    return .call(SwiftCall(".millicores", [.init(.integer(max(1, Int((number * 1000).rounded()))))]))
  }

  private static func size(_ value: ComposeCursor) -> SwiftExpression? {
    guard let size = value.text.flatMap(ComposeSize.init), size.bytes > 0 else { return nil }
    return amount(size.bytes)
  }

  /// An amount in the largest unit that gives a whole number.
  static func amount(_ bytes: Int) -> SwiftExpression {
    for (word, shift) in [(".tib", 40), (".gib", 30), (".mib", 20)] where bytes % (1 << shift) == 0 && bytes > 0 {
      return .call(SwiftCall(word, [.init(.integer(bytes >> shift))]))
    }
    return .call(SwiftCall("DataSize", [.init("bytes", .integer(bytes))]))
  }

  /// GPUs are asked for by the name of the plugin that hands them out.
  private func devices() -> [SwiftExpression.Pair] {
    let requests =
      (container.service["gpus"]?.items ?? [])
      + (container.service["deploy"]?["resources"]?["reservations"]?["devices"]?.items ?? [])
    var total: [String: Int] = [:]
    for request in requests {
      let driver = request["driver"]?.text ?? "nvidia"
      let resource = driver.hasPrefix("amd") ? "amd.com/gpu" : "nvidia.com/gpu"
      guard driver == "nvidia" || driver.hasPrefix("amd") || driver == "cdi" else {
        request.drop("no plugin is known that hands out devices of '\(driver)'")
        continue
      }
      let count = request["count"]?.integer ?? request["device_ids"]?.items.count ?? 1
      total[resource, default: 0] += min(max(count, 1), 64)
      request["count"]?.change(
        request["count"]?.integer == nil ? "one device: Kubernetes cannot hand out all" : "\(count) of \(resource)")
      request["driver"]?.change("the plugin for \(resource)")
      request["capabilities"]?.change("\(resource) of the cluster's plugin")
      request.dropRest("the cluster's plugin chooses the device")
    }
    for generic in container.service["deploy"]?["resources"]?["reservations"]?["generic_resources"]?.items ?? [] {
      generic.drop("a resource of Docker Swarm")
    }
    return total.sorted { $0.key < $1.key }.map { SwiftExpression.Pair($0.key, .integer($0.value)) }
  }
}
