import Diagnostics
import Documents
import LabModel

extension Procedure: Resource {
  /// A runbook of a thing.
  public static let kind = ResourceKind(
    "procedure", "runbook", removed: Consequence(.none, "it can no longer be run; journals of its runs stay"),
    fields: [FieldRule("facts.*", "*"), FieldRule("source", "source")])

  /// The runbook's identity.
  public var name: String { id }

  /// Its source, and the facts that fill its placeholders.
  public var fields: Node {
    var values: [(String, [String])] = []
    for fact in facts {
      if let place = values.firstIndex(where: { $0.0 == fact.key }) {
        values[place].1.append(fact.value)
      } else {
        values.append((fact.key, [fact.value]))
      }
    }
    return [
      "source": .string(source),
      "facts": .fields(values.map { ($0.0, $0.1.count == 1 ? .string($0.1[0]) : .strings($0.1)) }),
    ]
  }
}

extension SecretResource: Resource {
  /// A secret that is read at run time.
  public static let kind = ResourceKind(
    "secret", "secret", added: Consequence(.none, "it must be in Vault before anything is applied"),
    leftBehind: "the entry in Vault", fields: [FieldRule("purpose", "purpose")])

  /// Path and key.
  public var name: String { "\(reference)" }

  /// What it is for.
  public var fields: Node { ["purpose": .string(purpose)] }
}
