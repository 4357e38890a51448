import Diagnostics
import Documents
import LabModel

/// Imports inventories of Ansible: machines, networks guessed from their addresses, clusters of kubespray and k3s.
///
/// - Parameters:
///   - paths: Inventory files and folders; together they are one inventory.
///   - options: What the person decided.
/// - Returns: The declarations, what became of every key, and what was assumed.
public func importAnsible(_ paths: [String], options: ImportOptions = ImportOptions()) -> ImportedLab {
  var files = InventoryFiles()
  for path in paths { files.read(path) }
  files.readVariables()
  var reading = AnsibleImport(files.inventory)
  reading.importMachines()
  reading.importKubespray()
  reading.importK3s()
  reading.settleTheRest()
  return reading.finished
}

/// The reading of one inventory.
struct AnsibleImport {
  let inventory: Inventory
  let resolution: VariableResolution
  var lab = ImportedLab()
  /// The machine of each host that became one.
  var machines: [String: ThingID] = [:]
  /// How many machines have cores or memory that nobody stated.
  var assumedSizes = 0
  /// Groups whose members mean something to the lab.
  var carriedGroups: Set<String> = []
  var networkParts: [ThingID: [SwiftExpression]] = [:]

  init(_ inventory: Inventory) {
    self.inventory = inventory
    self.resolution = VariableResolution(inventory)
    lab.diagnostics = inventory.diagnostics
    lab.residue = inventory.residue
  }

  /// The value of a variable as a group sees it: of the hosts in it, the first that has one.
  func variable(_ name: String, of group: String) -> InventoryVariable? {
    for host in inventory.members(of: group) {
      if let variable = resolution.variables(of: host)[name] { return variable }
    }
    return nil
  }

  /// Accounts for what nobody has taken: encrypted values, what looks like a secret, what belongs to playbooks.
  mutating func settleTheRest() {
    for variable in inventory.allVariables where variable.fate == nil {
      if variable.isEncrypted || SecretNames.contains(variable.name) {
        variable.settle(.dropped("a secret; its value is not read"))
        lab.diagnostics.append(
          AnsibleRules.secretIsNotRead.diagnostic(
            at: variable.place, "the value of '\(variable.name)' is not imported"))
      } else {
        variable.settle(.dropped("a variable of playbooks, which Rackbook has no word for"))
      }
    }
    for variable in inventory.allVariables {
      if let entry = variable.entry { lab.residue.add(entry) }
    }
    settleMembers()
    for ledger in inventory.ledgers { lab.residue.add(ledger.residue) }
  }

  private mutating func settleMembers() {
    var seen: Set<String> = []
    for name in inventory.groupNames {
      guard let group = inventory.groups[name] else { continue }
      for member in group.hosts + group.children where member.isCounted {
        let isFirst = seen.insert(member.member).inserted && machines[member.member] != nil
        let fate: Residue.Fate =
          carriedGroups.contains(name) || isFirst
          ? .carried : .dropped("the group '\(name)' matters to playbooks only, and Rackbook has no word for it")
        lab.residue.add(Residue.Entry(source: "ansible", place: member.place, path: member.path, fate: fate))
      }
    }
  }

  /// The lab, with the networks in front of what stands on them.
  var finished: ImportedLab {
    var finished = lab
    for index in finished.declarations.indices {
      if let parts = networkParts[finished.declarations[index].id] { finished.declarations[index].call.parts = parts }
    }
    return finished
  }
}
