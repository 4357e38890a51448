import Diagnostics
import Documents
import LabModel

extension HostFile: Resource {
  /// A file of a role that no emitter renders.
  public static let kind = ResourceKind(
    "host-file", "file on hosts", removed: Consequence(.restart, "what reads it is told, or started anew"),
    leftBehind: "the file on the hosts",
    fields: [
      FieldRule("content", "content", Consequence(.restart, "what reads it is told, or started anew")),
      FieldRule("executable", "whether it is a program"),
    ])

  /// Where its first line comes from.
  public var origin: SourceLocation { text.origins.lazy.compactMap { $0 }.first ?? SourceLocation("", 0) }
  /// Its role and its path.
  public var name: String { "\(role) \(path)" }

  /// What stands in it, summed up, and whether it is a program.
  public var fields: Node {
    ["content": .string("\(TextSummary(of: text.bytes))"), "executable": .bool(isExecutable)]
  }
}
