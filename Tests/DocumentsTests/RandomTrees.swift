import Documents
import TestNumbers

extension Node {
  /// A tree of nasty texts, a few levels deep, with comments that try to break out.
  static func random(depth: Int, using numbers: inout SeededNumbers) -> Node {
    let kind = numbers.int(0...(depth > 0 ? 11 : 6))
    var node: Node
    switch kind {
    case 0: node = .null
    case 1: node = .bool(Bool.random(using: &numbers))
    case 2: node = .int(numbers.pick([0, -1, 42, .max, .min]) ?? 0)
    case 3: node = .double(numbers.pick([0.5, 1, 1e21, -2.5e-9, 1234.5, 5e-324, 0.1]) ?? 0)
    case 4...6: node = .string(nastyText(using: &numbers))
    case 7...8:
      node = .sequence(
        (0..<numbers.int(0...3)).map { _ in random(depth: depth - 1, using: &numbers) })
    default:
      let count = numbers.int(0...4)
      node = .mapping(
        (0..<count).map { _ in (nastyText(using: &numbers), random(depth: depth - 1, using: &numbers)) })
    }
    if numbers.once(in: 8) { node.comment = nastyText(using: &numbers) }
    return node
  }

  private static func nastyText(using numbers: inout SeededNumbers) -> String {
    let first = numbers.pick(NastyTexts.notStartingWithMark) ?? ""
    guard Bool.random(using: &numbers) else { return first }
    return first + (numbers.pick(NastyTexts.notStartingWithMark) ?? "")
  }
}
