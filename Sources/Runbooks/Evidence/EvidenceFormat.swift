import Documents

/// What evidence is written as.
public enum EvidenceFormat: String, Sendable, Hashable, CaseIterable {
  /// For a repository or a ticket.
  case markdown
  /// One file that opens anywhere and prints on A4.
  case html
  /// For programs; `format` tells its version, durations are in milliseconds.
  case json

  /// The evidence of a run: the same bytes whenever it is made of the same journal and plan.
  ///
  /// - Parameter account: What the journal and the plan prove.
  /// - Returns: The text of the file.
  public func text(_ account: RunAccount) -> String {
    switch self {
    case .markdown: EvidenceMarkdown.text(EvidencePage(account))
    case .html: EvidenceHTML.text(EvidencePage(account))
    case .json: JSON.print(EvidenceTree.tree(account)).text
    }
  }
}
