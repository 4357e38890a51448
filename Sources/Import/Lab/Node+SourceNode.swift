import Documents
import SourceDocuments

extension Node {
  /// The tree of a document that somebody else wrote, for the printers.
  init(_ source: SourceNode) {
    switch source.content {
    case .null: self = .null
    case .bool(let value): self = .bool(value)
    case .integer(let value): self = .int(value)
    case .fraction(let value): self = .double(value)
    case .text(let text): self = .string(text)
    case .sequence(let items): self = .sequence(items.map { Node($0) })
    case .mapping(let entries): self = .mapping(entries.map { ($0.key, Node($0.value)) })
    }
  }
}
