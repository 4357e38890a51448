import Diagnostics

/// An inventory of Ansible: groups, hosts, and the variables of both.
struct Inventory {
  /// A line or key that puts a host or a group into a group.
  struct Membership {
    var member: String
    var place: SourceLocation
    var path: String
    var isCounted: Bool
  }

  /// A group.
  struct Group {
    var name: String
    var hosts: [Membership] = []
    var children: [Membership] = []
    var variables: [InventoryVariable] = []
  }

  /// A host.
  struct Host {
    var name: String
    var place: SourceLocation
    var variables: [InventoryVariable] = []
  }

  private(set) var groupNames: [String] = ["all", "ungrouped"]
  private(set) var groups: [String: Group] = ["all": Group(name: "all"), "ungrouped": Group(name: "ungrouped")]
  private(set) var hostNames: [String] = []
  private(set) var hosts: [String: Host] = [:]
  /// Files that were read or left, with the accounts of YAML files.
  var ledgers: [Ledger] = []
  var residue = Residue()
  var diagnostics: [Diagnostic] = []

  mutating func addGroup(_ name: String) {
    if groups[name] == nil {
      groups[name] = Group(name: name)
      groupNames.append(name)
    }
  }

  mutating func add(host: String, to group: String, at place: SourceLocation, path: String, isCounted: Bool = true) {
    addGroup(group)
    if hosts[host] == nil {
      hosts[host] = Host(name: host, place: place)
      hostNames.append(host)
    }
    groups[group]?.hosts.append(Membership(member: host, place: place, path: path, isCounted: isCounted))
  }

  mutating func add(child: String, to group: String, at place: SourceLocation, path: String, isCounted: Bool = true) {
    addGroup(group)
    addGroup(child)
    groups[group]?.children.append(Membership(member: child, place: place, path: path, isCounted: isCounted))
  }

  mutating func add(_ variable: InventoryVariable, toGroup group: String) {
    addGroup(group)
    groups[group]?.variables.append(variable)
  }

  mutating func add(_ variable: InventoryVariable, toHost host: String) {
    hosts[host]?.variables.append(variable)
  }

  /// The hosts of a group and of the groups below it, in the order of the inventory; none where there is no such group.
  func members(of name: String) -> [String] {
    var found: Set<String> = []
    var seen: Set<String> = []
    var waiting = [name]
    var ordered: [String] = []
    while let next = waiting.popLast() {
      guard seen.insert(next).inserted, let group = groups[next] else { continue }
      for host in group.hosts where found.insert(host.member).inserted { ordered.append(host.member) }
      waiting += group.children.reversed().map(\.member)
    }
    return ordered
  }

  /// How far each group lies below `all`; a ring of groups ends where it began.
  private(set) lazy var depths: [String: Int] = {
    var depths: [String: Int] = ["all": 0]
    for name in groupNames where name != "all" { depths[name] = 1 }
    for _ in groupNames {
      var hasChanged = false
      for name in groupNames {
        let below = min((depths[name] ?? 1) + 1, groupNames.count)
        for child in groups[name]?.children ?? [] where (depths[child.member] ?? 1) < below && name != "all" {
          depths[child.member] = below
          hasChanged = true
        }
      }
      if !hasChanged { break }
    }
    return depths
  }()

  /// Every variable, with that of which host or group it is.
  var allVariables: [InventoryVariable] {
    groupNames.flatMap { groups[$0]?.variables ?? [] } + hostNames.flatMap { hosts[$0]?.variables ?? [] }
  }
}
