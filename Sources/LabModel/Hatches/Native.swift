import Diagnostics
import Documents

/// A document in a tool's own format, where the language has no word for what is wanted.
///
/// ```swift
/// let monitor = Native(
///   "mealie-monitor", .kubernetes(k8s), because: "there is no word for a ServiceMonitor",
///   [
///     "apiVersion": "monitoring.coreos.com/v1", "kind": "ServiceMonitor",
///     "metadata": ["name": "mealie", "namespace": "home-apps"],
///     "spec": ["selector": ["matchLabels": ["app": "mealie"]], "endpoints": [["port": "http"]]],
///   ])
/// ```
///
/// It stands in the lab like any other thing, and becomes one file. What is checked of it depends on its tool, see
/// ``Format``. Raises `RB0970` to `RB0973`, `RB0975`, `RB0981` and `RB0982`.
public struct Native: Hatch {
  /// The tool that reads a document, and so where it is written and what is checked of it.
  public struct Format: Sendable, Hashable {
    /// What reads it.
    public let kind: Document.Kind
    /// The cluster that it is for.
    public let cluster: ThingID?
    /// The file's path below the build folder, where the tool does not settle it.
    public let path: String?
    /// Whether it is written as JSON.
    public let isJSON: Bool

    /// An object of a Kubernetes cluster, written to `kubernetes/<cluster>/native/<name>.yaml`.
    ///
    /// Its apiVersion, kind, name and namespace are checked, and that Kubernetes 1.33 to 1.36 has the kind and its
    /// fields of the first level; of custom resources only the former.
    public static func kubernetes(_ cluster: any Cluster) -> Format {
      Format(kind: .kubernetes, cluster: cluster.id, path: nil, isJSON: false)
    }

    /// A file of the lab's Terraform module, written to `terraform/<lab>/<name>.tf.json`.
    ///
    /// Its blocks are checked, and that no resource is declared twice; `verify` lets Terraform judge the rest.
    public static let terraform = Format(kind: .terraform, cluster: nil, path: nil, isJSON: true)

    /// A playbook, written to `ansible/<name>.yml`.
    ///
    /// That every play says on which hosts, or imports a playbook, is checked; `verify` lets Ansible judge the rest.
    public static let ansiblePlaybook = Format(kind: .ansiblePlaybook, cluster: nil, path: nil, isJSON: false)

    /// Groups of rules for Prometheus, written to `prometheus/rules/<name>.yml`.
    ///
    /// That groups have names and rules, and rules an expression, is checked; `verify` lets promtool judge the rest.
    public static let prometheusRules = Format(kind: .prometheusRules, cluster: nil, path: nil, isJSON: false)

    /// YAML for a tool that Rackbook does not know; nothing is checked but that it can be written.
    ///
    /// - Parameter path: Where the file is written below the build folder.
    /// - Returns: The format.
    public static func yaml(at path: String) -> Format {
      Format(kind: .other, cluster: nil, path: path, isJSON: false)
    }

    /// JSON for a tool that Rackbook does not know; nothing is checked but that it can be written.
    ///
    /// - Parameter path: Where the file is written below the build folder.
    /// - Returns: The format.
    public static func json(at path: String) -> Format {
      Format(kind: .other, cluster: nil, path: path, isJSON: true)
    }
  }

  /// The document's identity.
  public let id: ThingID
  /// Where it was declared.
  public let declared: SourceLocation
  /// The tool that reads it.
  public let format: Format
  /// Why the language's own words were not enough.
  public let reason: String
  /// What stands in it.
  public let document: Node

  /// Declares a document.
  ///
  /// - Parameters:
  ///   - name: A DNS label; names the file.
  ///   - format: The tool that reads it.
  ///   - reason: Why the language's own words are not enough, one phrase.
  ///   - document: What stands in it, as a literal.
  ///   - file: Left out.
  ///   - line: Left out.
  public init(
    _ name: String, _ format: Format, because reason: String, _ document: Node, file: StaticString = #fileID,
    line: UInt = #line
  ) {
    self.id = ThingID("native", name)
    self.declared = SourceLocation(file, line)
    self.format = format
    self.reason = reason
    self.document = document
  }

  /// What it is, as far as it says so itself.
  public var summary: String {
    if format.kind == .kubernetes, case .string(let kind)? = document["kind"]?.content { return "raw \(kind)" }
    return format.path.map { "raw document \($0)" } ?? "raw document for \(format.kind.rawValue)"
  }

  /// It runs on its cluster.
  public var relations: [Relation] { format.cluster.map { [Relation(.runsOn, $0)] } ?? [] }

  /// Why it is there, and what is checked of it.
  public var facts: [Fact] {
    [Fact("reason", "Why", reason), Fact("checked", "What is checked", format.kind.whatIsChecked)]
      + (format.cluster.map { [Fact("cluster", "Cluster", $0.name, link: $0)] } ?? [])
  }
}

extension Document.Kind {
  /// What Rackbook itself looks at in a document of this kind, one phrase.
  public var whatIsChecked: String {
    switch self {
    case .kubernetes: "apiVersion, kind, name, namespace; fields of the first level for kinds of Kubernetes itself"
    case .terraform: "kinds of blocks and that nothing is declared twice; the rest by terraform in verify"
    case .ansiblePlaybook: "that every play has hosts or imports a playbook; the rest by ansible-playbook in verify"
    case .prometheusRules: "groups, rules and that they have expressions; the rest by promtool in verify"
    case .other: "only that it can be written"
    }
  }
}
