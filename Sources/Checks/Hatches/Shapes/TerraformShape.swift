import Diagnostics
import Documents

/// The blocks of a Terraform file in JSON.
enum TerraformShape {
  static let rule = Rule(
    "RB0973", .error, "a raw document has the shape that its tool reads",
    why: "A key that the tool does not know stops the whole run, or is passed over without a word.",
    remedy: "Correct the name, or add what is missing; `verify` lets the tool itself judge the rest.", waivable: false)

  /// How many names stand between a block's word and its body.
  private static let labels: [String: Int] = [
    "terraform": 0, "locals": 0, "provider": 1, "variable": 1, "output": 1, "module": 1, "check": 1, "resource": 2,
    "data": 2, "ephemeral": 2, "moved": 0, "import": 0, "removed": 0,
  ]

  static func problems(of root: Node) -> [DocumentShape.Problem] {
    guard let entries = root.entries else { return [.init(rule, "a Terraform file is a mapping of blocks")] }
    return entries.filter { $0.key != "//" }.flatMap { block -> [DocumentShape.Problem] in
      guard let depth = labels[block.key] else {
        return [
          .init(
            rule, "Terraform has no block '\(block.key)'",
            solutions: [NearMiss.suggestion(for: block.key, in: labels.keys)])
        ]
      }
      return isBody(block.value, below: depth)
        ? [] : [.init(rule, "the block '\(block.key)' needs \(depth) name\(depth == 1 ? "" : "s") and a body")]
    }
  }

  private static func isBody(_ node: Node, below depth: Int) -> Bool {
    if depth == 0 { return node.entries != nil || node.items?.allSatisfy { $0.entries != nil } ?? false }
    return node.entries?.allSatisfy { $0.key == "//" || isBody($0.value, below: depth - 1) } ?? false
  }
}
