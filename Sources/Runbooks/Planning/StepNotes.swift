/// The prose before each step, as plain text: what a person reads before they run it.
struct StepNotes {
  private var notes: [String: String] = [:]
  private var pending: [MarkdownBlock] = []

  /// Gathers the notes of a page.
  init(_ blocks: [MarkdownBlock]) { gather(blocks) }

  /// The note of a step.
  mutating func take(_ id: String) -> String { notes.removeValue(forKey: id) ?? "" }

  private mutating func gather(_ blocks: [MarkdownBlock]) {
    for block in blocks {
      switch block {
      case .step(let id):
        notes[id] = MarkdownText.plain(pending)
        pending = []
      case .quote(let inner) where Self.holdsStep(inner): gather(inner)
      case .list(_, let items) where items.contains(where: { Self.holdsStep($0.blocks) }):
        for item in items { gather(item.blocks) }
      case .heading, .companion, .rule: break
      default: pending.append(block)
      }
    }
  }

  private static func holdsStep(_ blocks: [MarkdownBlock]) -> Bool {
    blocks.contains { block in
      switch block {
      case .step: true
      case .quote(let inner): holdsStep(inner)
      case .list(_, let items): items.contains { holdsStep($0.blocks) }
      default: false
      }
    }
  }
}
