import Diagnostics
import Documents
import SourceDocuments

/// Reads an inventory in YAML, and files of variables, into an ``Inventory``.
struct YAMLInventoryReader {
  private let ledger: Ledger
  private let file: SourceFile

  /// Opens a file, whose account the inventory keeps.
  init(_ file: SourceFile, into inventory: inout Inventory) {
    self.file = file
    self.ledger = Ledger(file, source: "ansible")
    inventory.ledgers.append(ledger)
  }

  /// Reads groups with their hosts, children and variables.
  func readGroups(into inventory: inout Inventory) {
    for document in file.documents {
      guard !document.entries.isEmpty else {
        ledger.drop(document, "no inventory: its top is no mapping of groups")
        continue
      }
      for entry in document.entries { group(entry.key, entry.value, into: &inventory) }
    }
  }

  /// Reads the variables of a group or a host.
  func readVariables(_ add: (InventoryVariable) -> Void) {
    for document in file.documents {
      guard !document.entries.isEmpty else {
        ledger.drop(document, "no variables: its top is no mapping")
        continue
      }
      for entry in document.entries { add(variable(entry, origin: .folder)) }
    }
  }

  private func group(_ name: String, _ node: SourceNode, into inventory: inout Inventory) {
    inventory.addGroup(name)
    if node.isNull { ledger.change(node, "a group without members") }
    for entry in node.entries {
      switch entry.key {
      case "hosts": hosts(entry.value, of: name, into: &inventory)
      case "vars":
        for variable in entry.value.entries {
          inventory.add(self.variable(variable, origin: .inventoryFile), toGroup: name)
        }
        if entry.value.entries.isEmpty { ledger.carry(entry.value) }
      case "children":
        for child in entry.value.entries {
          inventory.add(child: child.key, to: name, at: child.place, path: child.value.path, isCounted: false)
          group(child.key, child.value, into: &inventory)
        }
        if entry.value.entries.isEmpty { ledger.carry(entry.value) }
      default: ledger.drop(entry.value, "a group has hosts, children and vars")
      }
    }
  }

  private func hosts(_ node: SourceNode, of group: String, into inventory: inout Inventory) {
    if node.entries.isEmpty { ledger.carry(node) }
    for entry in node.entries {
      guard let names = HostPattern.names(entry.key), inventory.hostNames.count + names.count <= HostPattern.limit
      else {
        ledger.takeRest(of: entry.value, .dropped("no range of hosts that can be read"))
        inventory.diagnostics.append(
          AnsibleRules.wellFormed.diagnostic(
            at: entry.place, "'\(entry.key)' is no range of at most \(HostPattern.limit) hosts"))
        continue
      }
      for name in names {
        inventory.add(host: name, to: group, at: entry.place, path: entry.value.path, isCounted: false)
        for variable in entry.value.entries {
          inventory.add(self.variable(variable, origin: .inventoryFile), toHost: name)
        }
      }
      if entry.value.entries.isEmpty { ledger.carry(entry.value) }
    }
  }

  private func variable(_ entry: SourceNode.Entry, origin: InventoryVariable.Origin) -> InventoryVariable {
    let isEncrypted = entry.value.tag == "!vault"
    return InventoryVariable(
      entry.key, isEncrypted ? .null : Node(entry.value), at: entry.place, path: entry.value.path, origin: origin,
      isEncrypted: isEncrypted, account: (ledger, entry.value))
  }
}
