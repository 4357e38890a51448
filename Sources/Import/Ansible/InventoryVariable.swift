import Diagnostics
import Documents
import SourceDocuments

/// A variable of an inventory, with what became of it.
final class InventoryVariable {
  /// Where a variable was written, which decides who wins.
  enum Origin {
    case inventoryFile
    case folder
  }

  let name: String
  let value: Node
  let place: SourceLocation
  let path: String
  let origin: Origin
  /// Whether the value is encrypted, and so is not in ``value``.
  let isEncrypted: Bool
  private(set) var fate: Residue.Fate?
  private let account: (Ledger, SourceNode)?

  init(
    _ name: String, _ value: Node, at place: SourceLocation, path: String, origin: Origin, isEncrypted: Bool = false,
    account: (Ledger, SourceNode)? = nil
  ) {
    self.name = name
    self.value = value
    self.place = place
    self.path = path
    self.origin = origin
    self.isEncrypted = isEncrypted
    self.account = account
  }

  /// The text of the value; nil for lists, mappings, templates, and what is encrypted.
  var text: String? {
    switch value.content {
    case .string(let text): text.contains("{{") || isEncrypted ? nil : text
    case .int(let value): String(value)
    case .bool(let value): value ? "true" : "false"
    default: nil
    }
  }

  /// States what became of it; the first word counts.
  func settle(_ fate: Residue.Fate) {
    guard self.fate == nil else { return }
    self.fate = fate
    if let (ledger, node) = account { ledger.takeRest(of: node, fate) }
  }

  /// Its entry in the account, where no file's own account has it.
  var entry: Residue.Entry? {
    guard account == nil else { return nil }
    return Residue.Entry(
      source: "ansible", place: place, path: path,
      fate: fate ?? .dropped("a variable of playbooks, which Rackbook has no word for"))
  }
}
