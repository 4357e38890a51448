import Diagnostics
import Documents
import SourceDocuments

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Reads an inventory from where it lies: a file or a folder, with `group_vars` and `host_vars` beside it.
struct InventoryFiles {
  /// Names that end so are no inventory.
  private static let ignored = [
    ".pyc", ".pyo", ".swp", ".bak", "~", ".rpm", ".md", ".txt", ".rst", ".orig", ".cfg", ".retry", ".py", ".sh",
    ".toml",
  ]
  /// The most files that one folder may bring.
  private static let limit = 10_000

  private(set) var inventory = Inventory()
  private var folders: [String] = []

  /// Reads a file or a folder.
  mutating func read(_ path: String) {
    let path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    guard let isFolder = FileListing.isFolder(path) else {
      inventory.diagnostics.append(
        SourceRules.unreadable(path))
      return
    }
    if isFolder {
      for file in inventoryFiles(below: path, depth: 0) { readInventory(file) }
      folders.append(path)
    } else {
      readInventory(path)
      folders.append(path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ".")
    }
  }

  /// Reads the variables beside what was read, once every group and host is known.
  mutating func readVariables() {
    var seen: Set<String> = []
    for folder in folders where seen.insert(folder).inserted {
      let prefix = folder == "." ? "" : folder + "/"
      for group in inventory.groupNames { readVariables(prefix + "group_vars/", of: group, isHost: false) }
      for host in inventory.hostNames { readVariables(prefix + "host_vars/", of: host, isHost: true) }
    }
  }

  private func inventoryFiles(below folder: String, depth: Int) -> [String] {
    guard depth < 8 else { return [] }
    var files: [String] = []
    for name in FileListing.names(in: folder) where !name.hasPrefix(".") {
      let path = "\(folder)/\(name)"
      if FileListing.isFolder(path) == true {
        if name != "group_vars" && name != "host_vars" { files += inventoryFiles(below: path, depth: depth + 1) }
      } else if !Self.ignored.contains(where: name.hasSuffix) {
        files.append(path)
      }
    }
    return Array(files.prefix(Self.limit))
  }

  private mutating func readInventory(_ path: String) {
    guard let bytes = contents(of: path) else { return }
    if isYAML(path, bytes) {
      guard let file = yaml(path, bytes) else { return }
      YAMLInventoryReader(file, into: &inventory).readGroups(into: &inventory)
    } else if let text = String(validating: bytes, as: UTF8.self) {
      var reader = INIInventoryReader(path: path)
      reader.read(
        text.utf8.starts(with: [0xEF, 0xBB, 0xBF]) ? String(text.unicodeScalars.dropFirst()) : text, into: &inventory)
    } else {
      inventory.diagnostics.append(
        AnsibleRules.wellFormed.diagnostic(at: SourceLocation(path, 1), "'\(path)' is not UTF-8"))
    }
  }

  private func isYAML(_ path: String, _ bytes: [UInt8]) -> Bool {
    if [".yml", ".yaml", ".json"].contains(where: path.hasSuffix) { return true }
    if path.hasSuffix(".ini") { return false }
    for line in bytes.split(separator: 0x0A) {
      let words = line.drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
      guard let first = words.first, first != UInt8(ascii: "#"), first != UInt8(ascii: ";") else { continue }
      return words.starts(with: "---".utf8) || words.last { $0 != 0x20 && $0 != 0x0D } == UInt8(ascii: ":")
        || first == UInt8(ascii: "{")
    }
    return false
  }

  private mutating func readVariables(_ folder: String, of name: String, isHost: Bool) {
    guard !name.contains("/"), !name.contains("..") else { return }
    var paths = [name, "\(name).yml", "\(name).yaml", "\(name).json"].map { folder + $0 }
      .filter { FileListing.isFolder($0) == false }
    if FileListing.isFolder(folder + name) == true { paths += inventoryFiles(below: folder + name, depth: 0) }
    for path in paths {
      guard let bytes = contents(of: path), let file = yaml(path, bytes) else { continue }
      let reader = YAMLInventoryReader(file, into: &inventory)
      var variables: [InventoryVariable] = []
      reader.readVariables { variables.append($0) }
      for variable in variables {
        if isHost { inventory.add(variable, toHost: name) } else { inventory.add(variable, toGroup: name) }
      }
    }
  }

  /// The bytes of a file; nil where it is encrypted or cannot be read, which is reported.
  private mutating func contents(of path: String) -> [UInt8]? {
    guard let data = FileManager.default.contents(atPath: path) else {
      inventory.diagnostics.append(SourceRules.unreadable(path))
      return nil
    }
    guard data.starts(with: "$ANSIBLE_VAULT;".utf8) else { return Array(data) }
    let place = SourceLocation(path, 1)
    inventory.diagnostics.append(
      AnsibleRules.secretIsNotRead.diagnostic(at: place, "'\(path)' is encrypted, and none of it is imported"))
    inventory.residue.add(
      Residue.Entry(source: "ansible", place: place, path: "", fate: .dropped("encrypted with ansible-vault")))
    return nil
  }

  private mutating func yaml(_ path: String, _ bytes: [UInt8]) -> SourceFile? {
    do throws(SourceFailure) {
      return try SourceFile(path, bytes: bytes)
    } catch {
      inventory.diagnostics.append(error.diagnostic)
      return nil
    }
  }
}
