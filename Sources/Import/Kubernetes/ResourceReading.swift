import SourceDocuments

/// Reads the requests and limits of a container into `Resources`.
struct ResourceReading {
  private let ledger: Ledger

  init(_ ledger: Ledger) { self.ledger = ledger }

  func read(_ node: SourceNode?) -> SwiftExpression? {
    guard let node else { return nil }
    let (requests, limits) = (node["requests"], node["limits"])
    var call = SwiftCall("Resources", at: node.place)
    call.add("cpu", cpu(requests?["cpu"]))
    call.add("memory", size(requests?["memory"]))
    call.add("ephemeralStorage", size(requests?["ephemeral-storage"]))
    call.add("cpuLimit", cpu(limits?["cpu"]))
    call.add("memoryLimit", size(limits?["memory"]))
    call.add("ephemeralStorageLimit", size(limits?["ephemeral-storage"]))
    let devices = (limits?.entries ?? []).filter { $0.key.contains("/") }.compactMap { entry in
      ledger.integer(entry.value).map { SwiftExpression.Pair(entry.key, .integer($0)) }
    }
    for device in devices { ledger.carry(requests?[device.key]) }
    if !devices.isEmpty { call.add("devices", .dictionary(devices)) }
    return call.arguments.isEmpty ? nil : .call(call)
  }

  private func cpu(_ node: SourceNode?) -> SwiftExpression? {
    guard let node, let text = node.text, let millicores = Quantity.millicores(text) else { return nil }
    ledger.carry(node)
    let isWhole = millicores > 0 && millicores % 1000 == 0
    return .call(
      SwiftCall(isWhole ? ".cores" : ".millicores", [.init(.integer(isWhole ? millicores / 1000 : millicores))]))
  }

  private func size(_ node: SourceNode?) -> SwiftExpression? {
    guard let node, let text = node.text, let bytes = Quantity.bytes(text) else { return nil }
    ledger.carry(node)
    return .size(bytes: bytes)
  }
}
