import Diagnostics

extension Consistency {
  /// What a service names must be defined.
  func checkReferences(_ path: String, _ service: ComposeNode) {
    for (name, node) in service["networks"]?.mapping?.entries ?? [] where name != "default" {
      expect(name, in: "networks", "network", path, node.place)
    }
    for mount in service["volumes"]?.items ?? [] where mount["type"]?.text == "volume" {
      if let source = mount["source"]?.text, !source.isEmpty {
        expect(source, in: "volumes", "volume", path, mount.place)
      }
    }
    for key in ["secrets", "configs"] {
      for grant in service[key]?.items ?? [] {
        guard let source = grant["source"]?.text else { continue }
        expect(source, in: key, String(key.dropLast()), path, grant.place)
      }
    }
    for grant in service["build"]?["secrets"]?.items ?? [] {
      if let source = grant["source"]?.text { expect(source, in: "secrets", "secret", path, grant.place) }
    }
    for (name, node) in service["models"]?.mapping?.entries ?? [] {
      expect(name, in: "models", "model", path, node.place)
    }
    for (name, node) in service["depends_on"]?.mapping?.entries ?? [] {
      let isRequired = node["required"]?.text?.lowercased() != "false"
      if !isRequired, inactive.contains(name) || services[name] == nil { continue }
      expectService(name, path, node.place)
    }
    for (name, node) in implied(by: service) { expectService(name, path, node.place) }
  }

  /// The services that are waited for without being named in `depends_on`.
  func implied(by service: ComposeNode) -> [(String, ComposeNode)] {
    var result: [(String, ComposeNode)] = []
    for link in service["links"]?.items ?? [] {
      if let name = link.text?.split(separator: ":").first { result.append((String(name), link)) }
    }
    for source in service["volumes_from"]?.items ?? [] {
      if let text = source.text, !text.hasPrefix("container:"), let name = text.split(separator: ":").first {
        result.append((String(name), source))
      }
    }
    for key in ["network_mode", "ipc", "pid", "uts", "cgroup"] {
      if let node = service[key], let text = node.text, text.hasPrefix("service:") {
        result.append((String(text.dropFirst("service:".count)), node))
      }
    }
    return result
  }

  private func expectService(_ name: String, _ path: String, _ place: ComposePlace) {
    if inactive.contains(name) {
      state.report(
        ComposeRules.undefined, at: place, "\(path) waits for service '\(name)', whose profiles are not active",
        solutions: ["add the profile", "write `required: false`"])
    } else {
      expect(name, in: "services", "service", path, place)
    }
  }

  private func expect(_ name: String, in key: String, _ kind: String, _ path: String, _ place: ComposePlace) {
    let known = root[key]?.mapping ?? ComposeMapping()
    guard known[name] == nil else { return }
    state.report(
      ComposeRules.undefined, at: place,
      "\(path) names the \(kind) '\(Placeholder.written(name))', which is not defined",
      solutions: name.contains("{{")
        ? ["fill in the template that this file is (`{{ ... }}`), and import the result"]
        : NearMiss.suggestion(for: name, in: known.keys).map { [$0] } ?? [])
  }

  /// Looks for services that wait for each other; each circle is told once.
  func checkCycles() {
    var finished: Set<String> = []
    for start in services.keys.sorted() where !finished.contains(start) {
      var path: [(name: String, rest: [String])] = [(start, waits(of: start))]
      var onPath: Set = [start]
      while let last = path.last {
        guard let next = last.rest.first else {
          finished.insert(last.name)
          onPath.remove(last.name)
          path.removeLast()
          continue
        }
        path[path.count - 1].rest.removeFirst()
        if onPath.contains(next) {
          let circle = path.drop { $0.name != next }.map(\.name) + [next]
          state.report(
            ComposeRules.dependencyCycle, at: services[next]?.place ?? root.place,
            "services wait for each other: \(circle.joined(separator: " -> "))")
        } else if !finished.contains(next), services[next] != nil {
          onPath.insert(next)
          path.append((next, waits(of: next)))
        }
      }
    }
  }

  private func waits(of name: String) -> [String] {
    guard let service = services[name] else { return [] }
    let named = service["depends_on"]?.mapping?.keys ?? []
    return (named + implied(by: service).map(\.0)).sorted()
  }
}
