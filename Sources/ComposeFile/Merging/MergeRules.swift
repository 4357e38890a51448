/// What the specification says of single attributes when files are merged.
enum MergeRules {
  /// Whether an attribute of a service, or below one, is replaced as a whole.
  static func replaces(_ path: [String]) -> Bool {
    guard path.first == "services", path.count >= 3 else { return false }
    switch path.dropFirst(2).joined(separator: ".") {
    case "command", "entrypoint", "healthcheck.test": return true
    case let rest: return rest.hasPrefix("ulimits.") && path.count == 4
    }
  }

  /// Whether a key without a value replaces one that has a value: variables that are handed through.
  static func takesNothing(_ path: [String]) -> Bool {
    guard path.first == "services", path.count >= 4 else { return false }
    return ["environment", "labels", "annotations", "sysctls", "args"].contains(path[path.count - 2])
  }

  /// The key of an item of a list whose items are unique; nil for lists that are only appended.
  static func key(_ path: [String]) -> ((ComposeNode) -> String)? {
    if path.first == "networks", path.suffix(2) == ["ipam", "config"] { return { $0["subnet"]?.text ?? "" } }
    guard path.first == "services", path.count >= 3 else { return nil }
    switch path.dropFirst(2).joined(separator: ".") {
    case "cap_add", "cap_drop", "dns", "dns_opt", "dns_search", "expose", "external_links", "links", "profiles",
      "security_opt", "group_add", "tmpfs", "build.tags", "build.platforms", "label_file", "volumes_from":
      return { $0.text ?? "" }
    case "configs": return { grantTarget($0, folder: "") }
    case "secrets": return { grantTarget($0, folder: "/run/secrets") }
    case "devices", "volumes": return { $0["target"]?.text ?? $0["source"]?.text ?? "" }
    case "env_file": return { $0["path"]?.text ?? "" }
    case "ports": return portKey
    case let rest
    where rest.hasPrefix("networks.") && (rest.hasSuffix(".aliases") || rest.hasSuffix(".link_local_ips")):
      return { $0.text ?? "" }
    default: return nil
    }
  }

  private static func grantTarget(_ grant: ComposeNode, folder: String) -> String {
    grant["target"]?.text ?? "\(folder)/\(grant["source"]?.text ?? "")"
  }

  private static func portKey(_ port: ComposeNode) -> String {
    let part = { (key: String, standard: String) in port[key]?.text ?? standard }
    return "\(part("host_ip", "0.0.0.0")):\(part("published", "")):\(part("target", ""))/\(part("protocol", "tcp"))"
  }
}
