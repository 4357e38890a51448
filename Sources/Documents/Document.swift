import Diagnostics

/// A file that is a tree, with everything it takes to print it: it can be changed and printed again.
public struct Document: Sendable, Hashable {
  /// How the tree is written.
  public enum Format: Sendable, Hashable {
    /// As JSON; there is one root, and no comment.
    case json
    /// As YAML.
    case yaml
  }

  /// What reads the file, as far as Rackbook knows what it has to look like.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Objects of Kubernetes.
    case kubernetes
    /// A file of a Terraform module, in its JSON form.
    case terraform
    /// Plays of Ansible.
    case ansiblePlaybook = "Ansible playbook"
    /// Groups of rules of Prometheus.
    case prometheusRules = "Prometheus rules"
    /// Anything else: nothing is known of its shape.
    case other
  }

  /// How the tree is written.
  public let format: Format
  /// What reads the file.
  public let kind: Kind
  /// The documents of the file: one, except in YAML files of several.
  public var roots: [Node]
  /// Comment lines at the top, without their sign; JSON has none.
  public let header: [String]
  /// Comment lines above those, each with where it comes from: what was changed afterwards, and why.
  public var remarks: [Remark] = []

  /// A comment line with where it comes from.
  public struct Remark: Sendable, Hashable {
    let text: String
    let origin: SourceLocation

    /// Writes a remark.
    public init(_ text: String, from origin: SourceLocation) {
      self.text = text
      self.origin = origin
    }
  }

  /// A YAML file.
  ///
  /// - Parameters:
  ///   - root: Its document.
  ///   - header: Comment lines at the top, without their `#`.
  ///   - kind: What reads it.
  /// - Returns: The document.
  public static func yaml(_ root: Node, header: [String] = [], kind: Kind = .other) -> Document {
    yaml(documents: [root], header: header, kind: kind)
  }

  /// A YAML file of several documents.
  ///
  /// - Parameters:
  ///   - documents: The documents.
  ///   - header: Comment lines at the top, without their `#`.
  ///   - kind: What reads it.
  /// - Returns: The document.
  public static func yaml(documents: [Node], header: [String] = [], kind: Kind = .other) -> Document {
    Document(format: .yaml, kind: kind, roots: documents, header: header)
  }

  /// A JSON file.
  ///
  /// - Parameters:
  ///   - root: Its value.
  ///   - kind: What reads it.
  /// - Returns: The document.
  public static func json(_ root: Node, kind: Kind = .other) -> Document {
    Document(format: .json, kind: kind, roots: [root], header: [])
  }

  /// The lines.
  public var printed: PrintedText {
    switch format {
    case .yaml:
      let yaml = YAML.print(documents: roots, header: header)
      guard !remarks.isEmpty else { return yaml }
      return remarks.reduce(into: PrintedText()) { text, remark in
        for line in CommentText.lines(of: remark.text) { text.append(PrintedText("# \(line)", from: remark.origin)) }
      } + yaml
    case .json: return roots.reduce(into: PrintedText()) { $0.append(JSON.print($1)) }
    }
  }
}
