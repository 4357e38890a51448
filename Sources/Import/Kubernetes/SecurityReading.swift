import SourceDocuments

/// Reads the security context of a container, and of its pod where it has none of its own, into `SecurityContext`.
struct SecurityReading {
  private let ledger: Ledger

  init(_ ledger: Ledger) { self.ledger = ledger }

  func read(_ own: SourceNode?, pod: SourceNode?) -> SwiftExpression? {
    var call = SwiftCall("SecurityContext", at: own?.place ?? pod?.place)
    call.add("user", value(own, pod, "runAsUser", \.integer))
    call.add("group", value(own, pod, "runAsGroup", \.integer))
    if let nonRoot = value(own, pod, "runAsNonRoot", \.bool) { call.add("nonRoot", .boolean(nonRoot)) }
    let isPrivileged = ledger.bool(own?["privileged"]) ?? false
    call.add("privileged", isTrue: isPrivileged)
    call.add("readOnlyRoot", isTrue: ledger.bool(own?["readOnlyRootFilesystem"]))
    let drop = ledger.texts(own?["capabilities"]?["drop"])
    let add = ledger.texts(own?["capabilities"]?["add"])
    let escalates = ledger.bool(own?["allowPrivilegeEscalation"])
    // Kubernetes refuses a privileged container that may not escalate.
    let mustEscalate = isPrivileged || add.contains("SYS_ADMIN") || add.contains("CAP_SYS_ADMIN")
    call.add("allowsPrivilegeEscalation", isTrue: escalates ?? mustEscalate)
    if !drop.isEmpty { call.add("drop", .texts(drop)) }
    if !add.isEmpty { call.add("add", .texts(add)) }
    call.add("seccomp", profile("seccompProfile", own, pod))
    call.add("appArmor", profile("appArmorProfile", own, pod))
    return call.arguments.isEmpty ? nil : .call(call)
  }

  private func value<Value>(
    _ own: SourceNode?, _ pod: SourceNode?, _ key: String, _ read: KeyPath<SourceNode, Value?>
  ) -> Value? {
    if let node = own?[key], let value = node[keyPath: read] {
      ledger.carry(node)
      return value
    }
    guard let node = pod?[key], let value = node[keyPath: read] else { return nil }
    ledger.takeRest(of: node, .changed(Self.inEachContainer))
    return value
  }

  private static let inEachContainer = "each container has it, where it says nothing else"

  private func profile(_ key: String, _ own: SourceNode?, _ pod: SourceNode?) -> SwiftExpression? {
    // A pod of Rackbook has the runtime's seccomp profile anyway.
    let isDefault = key == "seccompProfile" && pod?[key]?["type"]?.text == "RuntimeDefault"
    if let stated = pod?[key] { ledger.takeRest(of: stated, isDefault ? .carried : .changed(Self.inEachContainer)) }
    guard let node = own?[key] ?? (isDefault ? nil : pod?[key]), let type = node["type"]?.text else { return nil }
    if own?[key] != nil { ledger.takeRest(of: node, .carried) }
    switch type {
    case "Unconfined": return .member("unconfined")
    case "Localhost":
      return .call(SwiftCall(".localhost", [.init(.text(node["localhostProfile"]?.text ?? ""))]))
    default: return .member("runtimeDefault")
    }
  }
}
