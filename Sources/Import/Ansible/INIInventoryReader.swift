import Diagnostics
import Documents
import SourceDocuments

/// Reads an inventory in Ansible's INI format into an ``Inventory``.
struct INIInventoryReader {
  private enum Section: String {
    case hosts, children, vars
  }

  let path: String
  private var group = "ungrouped"
  private var section = Section.hosts

  init(path: String) { self.path = path }

  /// Reads all lines; what is no inventory is reported with its line, and the rest is read.
  mutating func read(_ text: String, into inventory: inout Inventory) {
    var number = 0
    for raw in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      let line = trimmed(String(Substring(raw)))
      if line.isEmpty || line.hasPrefix("#") || line.hasPrefix(";") { continue }
      let place = SourceLocation(path, number)
      if line.hasPrefix("[") && !line.dropFirst().contains("=") && header(line, at: place, into: &inventory) {
        continue
      }
      switch section {
      case .hosts: host(line, at: place, into: &inventory)
      case .children: child(line, at: place, into: &inventory)
      case .vars: variable(line, at: place, into: &inventory)
      }
    }
  }

  /// Reads `[group]`, `[group:children]`, `[group:vars]`; false for a host pattern that begins with a bracket.
  private mutating func header(_ line: String, at place: SourceLocation, into inventory: inout Inventory) -> Bool {
    guard let close = line.firstIndex(of: "]") else { return false }
    let rest = trimmed(String(line[line.index(after: close)...]))
    guard rest.isEmpty || rest.hasPrefix("#") else { return false }
    let parts = line[line.index(after: line.startIndex)..<close].split(separator: ":", omittingEmptySubsequences: false)
    let kind = parts.count == 2 ? Section(rawValue: String(parts[1])) : parts.count == 1 ? .hosts : nil
    guard let kind, let name = parts.first, !name.isEmpty else {
      inventory.diagnostics.append(
        AnsibleRules.wellFormed.diagnostic(
          at: place, "'\(line)' is no section",
          solutions: ["write [group], [group:children] or [group:vars]"]))
      return true
    }
    (group, section) = (String(name), kind)
    inventory.addGroup(group)
    return true
  }

  private func host(_ line: String, at place: SourceLocation, into inventory: inout Inventory) {
    guard let words = INIWords.split(line), let pattern = words.first else {
      inventory.diagnostics.append(AnsibleRules.wellFormed.diagnostic(at: place, "a quote is left open"))
      return
    }
    let (names, port) = hosts(of: pattern)
    guard let names, inventory.hostNames.count + names.count <= HostPattern.limit else {
      inventory.diagnostics.append(
        AnsibleRules.wellFormed.diagnostic(
          at: place, "'\(pattern)' is no range of at most \(HostPattern.limit) hosts",
          solutions: ["write node[01:10] or rack[a:f]"]))
      return
    }
    for (index, name) in names.enumerated() {
      // A range is one key of the file, however many hosts it stands for.
      inventory.add(host: name, to: group, at: place, path: "\(group).\(pattern)", isCounted: index == 0)
      if let port { inventory.add(shared("ansible_port", port, pattern, at: place, index), toHost: name) }
      for word in words.dropFirst() {
        guard let equals = word.firstIndex(of: "=") else {
          inventory.diagnostics.append(
            AnsibleRules.wellFormed.diagnostic(at: place, "'\(word)' is no name=value of host '\(name)'"))
          continue
        }
        let key = String(word[..<equals])
        let value = INIWords.value(String(word[word.index(after: equals)...]))
        inventory.add(shared(key, value, pattern, at: place, index), toHost: name)
      }
    }
  }

  private func shared(
    _ key: String, _ value: Node, _ pattern: String, at place: SourceLocation, _ index: Int
  ) -> InventoryVariable {
    InventoryVariable(
      key, value, at: place, path: "\(group).\(pattern)\(index == 0 ? "" : "#\(index)").\(key)", origin: .inventoryFile)
  }

  /// The names of a pattern, and the port behind it where there is one.
  private func hosts(of pattern: String) -> ([String]?, Node?) {
    if let colon = pattern.lastIndex(of: ":"), let port = Int(pattern[pattern.index(after: colon)...]),
      !pattern[..<colon].contains(":") || pattern[..<colon].hasSuffix("]"), pattern[colon...].contains("]") == false
    {
      return (HostPattern.names(String(pattern[..<colon])), .int(port))
    }
    return (HostPattern.names(pattern), nil)
  }

  private func child(_ line: String, at place: SourceLocation, into inventory: inout Inventory) {
    let name = line.split(whereSeparator: { $0 == " " || $0 == "\t" || $0 == "#" }).first.map(String.init) ?? line
    inventory.add(child: name, to: group, at: place, path: "\(group):children.\(name)")
  }

  private func variable(_ line: String, at place: SourceLocation, into inventory: inout Inventory) {
    guard let equals = line.firstIndex(of: "=") else {
      inventory.diagnostics.append(AnsibleRules.wellFormed.diagnostic(at: place, "'\(line)' is no name = value"))
      return
    }
    let key = trimmed(String(line[..<equals]))
    let value = INIWords.value(trimmed(String(line[line.index(after: equals)...])))
    inventory.add(
      InventoryVariable(key, value, at: place, path: "\(group):vars.\(key)", origin: .inventoryFile), toGroup: group)
  }

  private func trimmed(_ text: String) -> String {
    let blanks: Set<UInt8> = [0x20, 0x09, 0x0D]
    let bytes = text.utf8.drop { blanks.contains($0) }
    guard let last = bytes.lastIndex(where: { !blanks.contains($0) }) else { return "" }
    return String(decoding: bytes[...last], as: UTF8.self)
  }
}
