import Blueprint
import Diagnostics
import Documents
import LabModel
import Runbooks

/// The content, looked up by thing: what watches it, what is wrong with it, which lines of files come from it.
struct ContentIndex: Sendable {
  /// Lines of one file that come from one declaration.
  struct FileLines: Sendable {
    var path: String
    var count: Int
    var first: Int
  }

  let content: PortalContent
  /// The kinds of things in the lab, in the order of the navigation.
  let kinds: [PageKind]
  let alerts: [ThingID: [AlertResource]]
  let runbooks: [ThingID: [ResolvedRunbook]]
  let findings: [ThingID: [Diagnostic]]
  let listeners: [ThingID: [Listener]]
  let secrets: [ThingID: [SecretReference: String]]
  let owners: [SourceLocation: ThingID]
  let files: [ThingID: [FileLines]]
  let alertsByRunbook: [String: [AlertResource]]

  init(_ content: PortalContent) {
    self.content = content
    let lab = content.lab
    kinds = Self.kinds(of: content)
    alerts = Dictionary(grouping: content.blueprint.alerts, by: \.owner)
    alertsByRunbook = Dictionary(grouping: content.blueprint.alerts.filter { $0.alert.runbook != nil }) {
      $0.alert.runbook ?? ""
    }
    runbooks = Dictionary(grouping: content.runbooks.filter { $0.thing != nil }) { $0.thing ?? ThingID("", "") }
    listeners = Dictionary(grouping: lab.things.flatMap(\.listeners), by: \.place)
    var findings: [ThingID: [Diagnostic]] = [:]
    for diagnostic in content.diagnostics {
      let subjects = [diagnostic.subject] + diagnostic.notes.map(\.subject)
      for subject in Set(subjects.compactMap { $0 }) { findings[subject, default: []].append(diagnostic) }
    }
    self.findings = findings
    var secrets: [ThingID: [SecretReference: String]] = [:]
    for secret in content.blueprint.secrets { secrets[secret.owner, default: [:]][secret.reference] = secret.purpose }
    self.secrets = secrets
    let operations = lab.all(Patch.self).flatMap { patch in patch.operations.map { ($0.declared, patch.id) } }
    let owners = Dictionary(
      lab.things.map { ($0.declared, $0.id) } + operations, uniquingKeysWith: { first, _ in first })
    self.owners = owners
    files = Self.files(content.artifacts, owners: owners)
  }

  /// The page of an alert.
  static func page(of alert: AlertResource) -> ThingID {
    ThingID(PageKind.alert.id, "\(alert.owner.name)/\(alert.alert.name)")
  }

  private static func kinds(of content: PortalContent) -> [PageKind] {
    let present = Set(content.lab.things.map(\.id.kind))
    let known = PageKind.known.filter { present.contains($0.id) }
    let systems = Dictionary(content.systems.map { ($0.kind, $0) }, uniquingKeysWith: { first, _ in first })
    let others = present.subtracting(PageKind.known.map(\.id)).sorted().map { id in
      systems[id].map { PageKind(id, $0.title, $0.plural) } ?? PageKind.named(id)
    }
    return known + others
  }

  private static func files(_ artifacts: [Artifact], owners: [SourceLocation: ThingID]) -> [ThingID: [FileLines]] {
    var files: [ThingID: [FileLines]] = [:]
    for artifact in artifacts {
      for (index, origin) in artifact.text.origins.enumerated() {
        guard let owner = origin.flatMap({ owners[$0] }) else { continue }
        if let last = files[owner]?.indices.last, files[owner]?[last].path == artifact.path {
          files[owner]?[last].count += 1
        } else {
          files[owner, default: []].append(FileLines(path: artifact.path, count: 1, first: index + 1))
        }
      }
    }
    return files
  }
}
