import Diagnostics

/// Holds a merged project against the rules that concern several of its parts.
struct Consistency {
  let state: LoadingState
  let root: ComposeNode
  let inactive: Set<String>

  func check() {
    for (name, service) in services.entries { check(name, service) }
    for key in ["secrets", "configs"] {
      for (name, node) in root[key]?.mapping?.entries ?? [] { checkFile(key, name, node) }
    }
    for key in ["volumes", "networks"] {
      for (name, node) in root[key]?.mapping?.entries ?? [] { checkExternal(key, name, node) }
    }
    checkCycles()
  }

  var services: ComposeMapping { root["services"]?.mapping ?? ComposeMapping() }

  private func check(_ name: String, _ service: ComposeNode) {
    let path = "services.\(name)"
    if service["image"]?.text ?? "" == "", service["build"] == nil, service["provider"] == nil {
      state.report(ComposeRules.missing, at: service.place, "\(path) has neither an image nor a build")
    }
    if let mode = service["network_mode"], let networks = service["networks"], networks.mapping?.isEmpty == false {
      state.report(
        ComposeRules.conflict, at: mode.place, "\(path) has both network_mode and networks",
        solutions: ["keep one of them"])
    }
    if let inline = service["build"]?["dockerfile_inline"], service["build"]?["dockerfile"] != nil {
      state.report(ComposeRules.conflict, at: inline.place, "\(path).build has both dockerfile and dockerfile_inline")
    }
    let platforms = service["build"]?["platforms"]?.items?.compactMap(\.text) ?? []
    if let platform = service["platform"], !platforms.isEmpty, !platforms.contains(platform.text ?? "") {
      state.report(
        ComposeRules.conflict, at: platform.place, "\(path).platform is not among the platforms of its build")
    }
    checkReferences(path, service)
    checkHealth(path, service)
    checkMounts(path, service)
    checkScale(path, service)
    checkPairs(path, service)
  }

  private func checkHealth(_ path: String, _ service: ComposeNode) {
    guard let test = service["healthcheck"]?["test"], let first = test.items?.first?.text,
      !["CMD", "CMD-SHELL", "NONE"].contains(first)
    else { return }
    state.report(
      ComposeRules.badValue, at: test.place,
      "\(path).healthcheck.test begins with CMD, CMD-SHELL or NONE, not '\(first)'",
      solutions: ["write the command as one text", "put \"CMD\" first"])
  }

  private func checkMounts(_ path: String, _ service: ComposeNode) {
    var seen: [String: ComposePlace] = [:]
    let tmpfs = service["tmpfs"]?.items?.map { ($0, $0.text?.split(separator: ":").first.map(String.init)) } ?? []
    let volumes = service["volumes"]?.items?.map { ($0, $0["target"]?.text) } ?? []
    for (node, target) in tmpfs + volumes {
      guard let target else {
        state.report(ComposeRules.missing, at: node.place, "\(path): a mount needs the key 'target'")
        continue
      }
      if let earlier = seen[target] {
        state.report(
          ComposeRules.mountedTwice, at: node.place, "\(target) is mounted twice in \(path), first at \(earlier)")
      }
      seen[target] = node.place
    }
  }

  private func checkScale(_ path: String, _ service: ComposeNode) {
    let scale = service["scale"]
    let replicas = service["deploy"]?["replicas"]
    for node in [scale, replicas].compactMap(\.self) where (node.text.flatMap { Int($0) } ?? 0) < 0 {
      state.report(ComposeRules.badValue, at: node.place, "\(path) runs 0 times or more, not \(node.text ?? "")")
    }
    if let scale, let replicas, scale.text != replicas.text {
      state.report(ComposeRules.conflict, at: scale.place, "\(path) has scale and deploy.replicas, and they differ")
    }
    if let container = service["container_name"], let count = (scale ?? replicas)?.text.flatMap({ Int($0) }), count > 1
    {
      state.report(
        ComposeRules.conflict, at: container.place, "\(path) has a container_name, and runs \(count) times")
    }
  }

  /// Amounts that can be said in two ways must be the same in both.
  private func checkPairs(_ path: String, _ service: ComposeNode) {
    let resources = service["deploy"]?["resources"]
    let pairs: [(String, ComposeNode?)] = [
      ("cpus", resources?["limits"]?["cpus"]), ("mem_limit", resources?["limits"]?["memory"]),
      ("mem_reservation", resources?["reservations"]?["memory"]), ("pids_limit", resources?["limits"]?["pids"]),
    ]
    for case (let key, let other?) in pairs {
      guard let own = service[key], let left = own.text, let right = other.text else { continue }
      let isSame = key.hasPrefix("mem") ? ComposeSize(left) == ComposeSize(right) : Double(left) == Double(right)
      if !isSame {
        state.report(ComposeRules.conflict, at: own.place, "\(path).\(key) and its value in deploy.resources differ")
      }
    }
  }

  private func checkFile(_ key: String, _ name: String, _ node: ComposeNode) {
    checkExternal(key, name, node)
    if node["external"]?.content == .bool(true) || node["driver"] != nil { return }
    let sources = ["file", "environment", "content"].filter { node[$0] != nil }
    if sources.isEmpty {
      state.report(ComposeRules.missing, at: node.place, "\(key).\(name) needs one of file, environment and external")
    } else if sources.count > 1 {
      state.report(ComposeRules.conflict, at: node.place, "\(key).\(name) has \(sources.joined(separator: " and "))")
    }
  }

  private func checkExternal(_ key: String, _ name: String, _ node: ComposeNode) {
    guard node["external"]?.content == .bool(true) else { return }
    for (field, value) in node.mapping?.entries ?? []
    where field != "external" && field != "name" && !field.hasPrefix("x-") {
      state.report(
        ComposeRules.conflict, at: value.place, "\(key).\(name) is external, so it has no '\(field)' here")
    }
  }
}
