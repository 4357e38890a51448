import Diagnostics
import Documents

/// What Rackbook itself can say, without any tool, of a document in a tool's own format.
public enum DocumentShape {
  /// Something about a document that its tool would not take.
  public struct Problem: Sendable, Hashable {
    /// The rule that it breaks.
    public let rule: Rule
    /// What is wrong, one phrase that follows the document's name.
    public let message: String
    /// Ways out.
    public let solutions: [String]

    init(_ rule: Rule, _ message: String, solutions: [String?] = []) {
      self.rule = rule
      self.message = message
      self.solutions = solutions.compactMap { $0 }
    }
  }

  /// Looks at a document.
  ///
  /// - Parameters:
  ///   - root: The document.
  ///   - kind: What reads it.
  /// - Returns: Everything that is wrong; nothing for kinds whose shape is not known.
  public static func problems(of root: Node, as kind: Document.Kind) -> [Problem] {
    switch kind {
    case .kubernetes: KubernetesShape.problems(of: root)
    case .terraform: TerraformShape.problems(of: root)
    case .ansiblePlaybook: AnsibleShape.problems(of: root)
    case .prometheusRules: PrometheusShape.problems(of: root)
    case .other: []
    }
  }
}

extension Node {
  /// The entries of a mapping; nil for anything else.
  var entries: [Mapping.Entry]? {
    if case .mapping(let mapping) = content { mapping.entries } else { nil }
  }

  /// The items of a list; nil for anything else.
  var items: [Node]? {
    if case .sequence(let items) = content { items } else { nil }
  }

  /// Text; nil for anything else.
  var string: String? {
    if case .string(let text) = content { text } else { nil }
  }
}
