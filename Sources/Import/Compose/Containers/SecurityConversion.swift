import ComposeFile
import Diagnostics

/// Turns user, privileges, capabilities and profiles into a `SecurityContext`.
struct SecurityConversion {
  let container: ContainerConversion

  init(_ container: ContainerConversion) {
    self.container = container
  }

  func convert() {
    let service = container.service
    var arguments: [SwiftCall.Argument] = convertUser()
    let isPrivileged = service["privileged"]?.isTrue == true || convertDevices()
    service["privileged"]?.carry()
    if isPrivileged {
      arguments.append(.init("privileged", .boolean(true)))
      if let privileged = service["privileged"] { warn(privileged.place, "'\(container.name)' is privileged") }
    }
    if let readOnly = service["read_only"] {
      readOnly.carry()
      if readOnly.isTrue { arguments.append(.init("readOnlyRoot", .boolean(true))) }
    }
    let added = capabilities("cap_add")
    let dropped = capabilities("cap_drop")
    var options = Options()
    for option in service["security_opt"]?.items ?? [] { take(option, &options) }
    if isPrivileged || added.contains("SYS_ADMIN") || added.contains("ALL") || options.mayGain {
      arguments.append(.init("allowsPrivilegeEscalation", .boolean(true)))
    }
    if !dropped.isEmpty { arguments.append(.init("drop", .list(dropped.map(SwiftExpression.text)))) }
    if !added.isEmpty { arguments.append(.init("add", .list(added.map(SwiftExpression.text)))) }
    if let seccomp = options.seccomp { arguments.append(.init("seccomp", seccomp)) }
    if let appArmor = options.appArmor { arguments.append(.init("appArmor", appArmor)) }
    if !arguments.isEmpty { container.parts.append(.call(SwiftCall("SecurityContext", arguments))) }
  }

  private func warn(_ place: SourceLocation, _ message: String) {
    container.conversion.log.add(ComposeImportRules.hostPath.diagnostic(at: place, message))
  }

  private func convertUser() -> [SwiftCall.Argument] {
    guard let user = container.service["user"] else { return [] }
    let parts = (user.text ?? "").split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    var arguments: [SwiftCall.Argument] = []
    let known: [String: Int] = ["root": 0]
    let owner = parts.first.flatMap { Int($0) ?? known[$0] }
    let group = parts.count > 1 ? Int(parts[1]) ?? known[parts[1]] : nil
    if let owner, owner >= 0 { arguments.append(.init("user", .integer(owner))) }
    if let group, group >= 0 { arguments.append(.init("group", .integer(group))) }
    if owner != nil, parts.count < 2 || group != nil {
      user.carry()
    } else if arguments.isEmpty {
      user.drop("Kubernetes takes numbers; which number a name or a variable has is not known here")
    } else {
      user.change("Kubernetes takes numbers; the name in it is left out")
    }
    return arguments
  }

  private func capabilities(_ key: String) -> [String] {
    (container.service[key]?.items ?? []).compactMap { item in
      item.carry()
      let name = (item.text ?? "").uppercased()
      return name.hasPrefix("CAP_") ? String(name.dropFirst(4)) : name
    }
  }

  private struct Options {
    var mayGain = false
    var seccomp: SwiftExpression?
    var appArmor: SwiftExpression?
  }

  private func take(_ option: ComposeCursor, _ options: inout Options) {
    let text = option.text ?? ""
    let parts = text.split(maxSplits: 1) { $0 == ":" || $0 == "=" }.map(String.init)
    let value = parts.count > 1 ? parts[1] : ""
    switch parts.first {
    case "no-new-privileges":
      options.mayGain = value == "false"
      option.carry()
    case "seccomp" where value == "unconfined":
      options.seccomp = .member("unconfined")
      option.carry()
    case "apparmor" where value == "unconfined":
      options.appArmor = .member("unconfined")
      option.carry()
    case "apparmor" where !value.isEmpty:
      options.appArmor = .call(SwiftCall(".localhost", [.init(.text(value))]))
      option.change("the profile must be on the machine")
    default: option.drop("a profile or label of the machine that ran it")
    }
  }

  /// Mounts devices, which are paths of the machine that only a privileged container may open.
  ///
  /// - Returns: Whether there are any.
  private func convertDevices() -> Bool {
    var hasDevices = false
    for device in container.service["devices"]?.items ?? [] {
      guard let source = device["source"]?.text, source.hasPrefix("/"), !Placeholder.isPresent(in: source) else {
        device.drop("a device that is no path of the machine comes from a plugin of the cluster")
        continue
      }
      hasDevices = true
      let target = device["target"]?.text ?? source
      device["source"]?.change("a path of the machine; the container is privileged")
      device["target"]?.carry()
      device["permissions"]?.drop("a privileged container may read and write")
      warn(device.place, "'\(container.name)' opens the device \(source) of its machine")
      container.mount(
        "HostPath", name: "dev-\(source.split(separator: "/").last ?? "x")", [.init(.text(source))], at: target,
        after: source.hasPrefix("/dev/bus") || source == "/dev/snd" || source == "/dev/dri"
          ? [.init("type", .member("directory"))] : [])
    }
    return hasDevices
  }
}
