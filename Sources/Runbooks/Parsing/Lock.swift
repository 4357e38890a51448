/// The names of what a run keeps for itself: things of the lab, such as `vm/km01`.
enum Lock {
  /// Whether a text can be one: a kind, a slash and a name; placeholders may stand in it, or for the whole.
  static func isName(_ text: String) -> Bool {
    let template = Template(text, firstLine: 1)
    guard template.malformed.isEmpty else { return false }
    let filled = template.parts.map { if case .text(let text) = $0 { text } else { "x" } }.joined()
    if template.parts.count == 1, !template.placeholders.isEmpty { return true }
    let parts = filled.split(separator: "/", omittingEmptySubsequences: false)
    return parts.count == 2
      && parts.allSatisfy { part in
        !part.isEmpty && part.utf8.count <= 128
          && part.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-._".contains($0)) }
      }
  }
}
