import SourceDocuments

/// Reads a number of pods, or a share of them in percent.
enum ShareReading {
  static func expression(_ node: SourceNode?, _ ledger: Ledger) -> SwiftExpression? {
    guard let node else { return nil }
    if let count = node.integer {
      ledger.carry(node)
      return .integer(count)
    }
    guard let text = node.text, text.hasSuffix("%"), let percent = Int(text.dropLast()) else { return nil }
    ledger.carry(node)
    return .call(SwiftCall(".percent", [.init(.integer(percent))]))
  }
}
