/// What the page of a rule shows beside its reasons: a few sentences, and examples that break it and that do not.
///
/// Sections are written in Markdown below `docs/diagnostics`: a heading `## RB0108`, paragraphs, and fences. After a
/// fence's language stands `bad` or `good`, or neither where the text belongs to both examples, and then the path of the
/// file that the text is, where it is one.
public struct RuleSection: Sendable, Hashable {
  /// A text that breaks the rule, one that does not, or one that belongs to both.
  public struct Example: Sendable, Hashable {
    /// What the text is an example of; nothing where it belongs to both.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
      /// It breaks the rule.
      case bad
      /// It breaks none.
      case good
    }

    /// The language of the fence, such as `swift` or `markdown`.
    public var language: String
    /// Whether it is the bad or the good one; nil where it belongs to both.
    public var kind: Kind?
    /// The path of the file that it is, as in `runbooks/nas/restore.md`.
    public var path: String?
    /// The lines.
    public var text: String
    /// The line of the file that the text begins at, counted from 1.
    public var line: Int

    /// What stands over it on a page: `Refused`, `Accepted`, or that it belongs to both, and the path of its file.
    public var heading: String {
      let word =
        switch kind {
        case .bad: "Refused"
        case .good: "Accepted"
        case nil: "In both examples"
        }
      return path.map { "\(word), \($0)" } ?? word
    }
  }

  /// The rule's code.
  public var code: String
  /// The sentences, a string for each paragraph.
  public var paragraphs: [String]
  /// The examples, in order.
  public var examples: [Example]

  /// Reads all sections of a file.
  ///
  /// - Parameter text: The Markdown.
  /// - Returns: The sections in their order; what stands before the first is about all of them and left out.
  public static func sections(in text: String) -> [RuleSection] {
    var reader = RuleSectionReader()
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) { reader.read(line) }
    return reader.finished()
  }

  /// The texts that make up the bad or the good example.
  public func example(_ kind: Example.Kind) -> [Example] {
    examples.filter { $0.kind == nil || $0.kind == kind }
  }

  /// The lines of a text that its counterpart has not, counted from 0: what makes the difference.
  public func differences(of example: Example) -> Set<Int> {
    let others = examples.filter { $0.kind != nil && $0.kind != example.kind && $0.language == example.language }
    guard example.kind != nil, !others.isEmpty else { return [] }
    let known = Set(others.flatMap { $0.text.split(separator: "\n") })
    let lines = example.text.split(separator: "\n", omittingEmptySubsequences: false)
    return Set(lines.indices.filter { !lines[$0].isEmpty && !known.contains(lines[$0]) })
  }
}
