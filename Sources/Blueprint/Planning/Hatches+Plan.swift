import Diagnostics
import Documents
import LabModel

extension Native: Resource {
  /// A document that the lab brings along.
  public static let kind = ResourceKind(
    "raw-document", "raw document", removed: Consequence(.downtime, "what it describes is no longer there"),
    leftBehind: "what was made of it, where nothing takes it away", stateField: "holds-state",
    saysBetter: ["cluster", "checked"],
    fields: [
      FieldRule("document", "document", Consequence(.restart, "what it describes may start anew")),
      FieldRule("reason", "reason"),
      FieldRule("format", "format", Consequence(.replacement, "another tool is given it")),
    ])

  /// Objects of Kubernetes that hold data, or take data with them when they go.
  private static let holders = [
    "CustomResourceDefinition", "Namespace", "PersistentVolume", "PersistentVolumeClaim", "StatefulSet",
  ]

  /// The document itself.
  public var owner: ThingID { id }
  /// Where it was declared.
  public var origin: SourceLocation { declared }
  /// Its name in the lab.
  public var name: String { id.name }

  /// For whom it is, what stands in it, and whether it holds data.
  public var fields: Node {
    var holdsState = false
    if format.kind == .kubernetes, case .string(let kind)? = document["kind"]?.content {
      holdsState = Self.holders.contains(kind)
    }
    let place = format.cluster.map { " in cluster \($0.name)" } ?? format.path.map { " at \($0)" } ?? ""
    return .mapping([
      ("format", .string(format.kind.rawValue + place)), ("document", document), ("holds-state", .bool(holdsState)),
    ])
  }
}

extension Patch: Resource {
  /// A patch of a file that is made.
  public static let kind = ResourceKind(
    "patch", "patch", added: Consequence(.restart, "what reads the file may start anew"),
    removed: Consequence(.restart, "what reads the file may start anew"),
    fields: [
      FieldRule("file", "file", Consequence(.restart, "what reads the files may start anew")),
      FieldRule("operations", "operations", Consequence(.restart, "what reads the file may start anew")),
    ])

  /// The patch itself.
  public var owner: ThingID { id }
  /// Where it was declared.
  public var origin: SourceLocation { declared }
  /// Its name in the lab.
  public var name: String { id.name }

  /// The file, and what is done to it.
  public var fields: Node {
    .mapping([
      ("file", .string(document.map { "\(path), \($0)" } ?? path)),
      ("operations", .fields(operations.map { ($0.summary, $0.value.from($0.declared)) })),
    ])
  }
}

extension Patch.Operation {
  /// The value that it brings, or that it asks for; none for a removal.
  fileprivate var value: Node {
    switch action {
    case .add(let value), .replace(let value), .test(let value), .merge(let value): value
    case .remove: .null
    }
  }
}

extension ExtraFile: Resource {
  /// A file of the lab's own.
  public static let kind = ResourceKind(
    "extra-file", "file", removed: Consequence(.none, "it is taken out of the build folder"),
    fields: [
      FieldRule("path", "path"), FieldRule("content", "content"), FieldRule("executable", "whether it is a program"),
    ])

  /// The file itself.
  public var owner: ThingID { id }
  /// Where it was declared.
  public var origin: SourceLocation { declared }
  /// Its name in the lab.
  public var name: String { id.name }

  /// Where it is written, and where its content comes from.
  public var fields: Node {
    let source: Node =
      switch content {
      case .text(let text): .string("\(TextSummary(of: text.utf8))")
      case .file(let path): .string("as in \(path)")
      }
    return ["path": .string(path), "content": source, "executable": .bool(isExecutable)]
  }
}
