extension Condition {
  /// The condition as the grammar of Markdown has it, such as `capture.members >= 3 and mode == drill`.
  ///
  /// - Parameter text: Writes what is compared.
  /// - Returns: The condition on one line.
  func written(_ text: (Text) -> String) -> String {
    switch self {
    case .compare(let value, let comparison): "\(text(value)) \(comparison.written(text))"
    case .mode(let mode): "mode == \(mode.rawValue)"
    case .not(.mode(let mode)): "mode != \(mode.rawValue)"
    case .not(let inner): "not \(inner.isGroup ? "(\(inner.written(text)))" : inner.written(text))"
    case .all(let all):
      all.map { if case .any = $0 { "(\($0.written(text)))" } else { $0.written(text) } }.joined(separator: " and ")
    case .any(let any): any.map { $0.written(text) }.joined(separator: " or ")
    }
  }

  private var isGroup: Bool {
    switch self {
    case .all, .any: true
    case .compare, .mode, .not: false
    }
  }
}

extension Comparison {
  /// The comparison without what is compared: `>= 3`, `in (a, b)`, `exists`.
  ///
  /// - Parameter text: Writes what it is compared with.
  /// - Returns: The comparison on one line.
  func written(_ text: (Text) -> String) -> String {
    let values = values.map(text)
    return switch self.operator {
    case .exists: "exists"
    case .in: "in (\(values.joined(separator: ", ")))"
    case .between: "between \(values.joined(separator: " and "))"
    default: "\(self.operator.rawValue) \(values.joined(separator: ", "))"
    }
  }
}

extension Condition<PlannedText> {
  /// The condition as it was written, with the lab's facts filled in, such as `capture.members >= 3`.
  public var written: String { written(\.operand) }
}

extension Condition<String> {
  /// The condition as it is compared, with all that is known filled in.
  public var written: String { written(\.quotedOperand) }
}

extension Expectation<PlannedText> {
  /// What is expected, as it was written: `json $.status.members >= 3`.
  public var written: String { "\(selector.word) \(comparison.written(\.operand))" }
}

extension Capture {
  /// What is taken, as it was written: `members: number = json $.members`.
  public var written: String {
    name + (kind == .text ? "" : ": \(kind.rawValue)") + (selector == .output ? "" : " = \(selector.word)")
  }
}

extension PlannedText {
  /// The text as a side of a comparison: `capture.members`, `item`, a word, or a text in quotes.
  fileprivate var operand: String {
    guard parts.count == 1, case .value(let reference)? = parts.first else { return description.quotedOperand }
    return switch reference {
    case .input(let name): "input.\(name)"
    case .capture(let name): "capture.\(name)"
    case .item: "item"
    }
  }
}

extension String {
  /// The text in quotes where it is not one word.
  fileprivate var quotedOperand: String {
    let isWord = !isEmpty && utf8.allSatisfy { $0 > 0x20 && !"()\"',=!<>".utf8.contains($0) }
    return isWord ? self : contains("\"") ? "'\(self)'" : "\"\(self)\""
  }
}
