import Diagnostics
import Documents

/// The variables of each host as Ansible merges them: groups from the top down, files of `group_vars` after the inventory
/// file, a host's own last.
struct VariableResolution {
  private let groupsOfHost: [String: [Inventory.Group]]
  private let hosts: [String: Inventory.Host]
  private let all: Inventory.Group?

  init(_ inventory: Inventory) {
    var inventory = inventory
    let depths = inventory.depths
    var parents: [String: [String]] = [:]
    for name in inventory.groupNames {
      for child in inventory.groups[name]?.children ?? [] { parents[child.member, default: []].append(name) }
    }
    var direct: [String: [String]] = [:]
    for name in inventory.groupNames {
      for host in inventory.groups[name]?.hosts ?? [] { direct[host.member, default: []].append(name) }
    }
    var groupsOfHost: [String: [Inventory.Group]] = [:]
    for host in inventory.hostNames {
      var names: Set<String> = []
      var waiting = direct[host] ?? []
      while let next = waiting.popLast() {
        guard names.insert(next).inserted else { continue }
        waiting += (parents[next] ?? []).filter { !names.contains($0) }
      }
      groupsOfHost[host] = names.subtracting(["all"]).compactMap { inventory.groups[$0] }.sorted {
        (depths[$0.name] ?? 1, Self.priority(of: $0), $0.name) < (depths[$1.name] ?? 1, Self.priority(of: $1), $1.name)
      }
    }
    self.groupsOfHost = groupsOfHost
    self.hosts = inventory.hosts
    self.all = inventory.groups["all"]
  }

  private static func priority(of group: Inventory.Group) -> Int {
    for variable in group.variables where variable.name == "ansible_group_priority" {
      if case .int(let value) = variable.value.content { return value }
    }
    return 1
  }

  /// The variables that a host has, each with the one place that wins.
  func variables(of host: String) -> [String: InventoryVariable] {
    let groups = groupsOfHost[host] ?? []
    var merged: [String: InventoryVariable] = [:]
    for origin in [InventoryVariable.Origin.inventoryFile, .folder] {
      for group in [all].compactMap({ $0 }) + groups {
        for variable in group.variables where variable.origin == origin { merged[variable.name] = variable }
      }
    }
    for origin in [InventoryVariable.Origin.inventoryFile, .folder] {
      for variable in hosts[host]?.variables ?? [] where variable.origin == origin { merged[variable.name] = variable }
    }
    return merged
  }
}
