/// Gathers every text of a step that may hold something open, and leaves the step as it is.
struct TextCollector<Text: Sendable & Hashable>: TextFiller {
  private(set) var texts: [Text] = []

  mutating func prose(_ text: Text) -> Text { collect(text) }
  mutating func shell(_ text: Text) -> Text { collect(text) }
  mutating func value(_ text: Text) -> Text { collect(text) }
  mutating func words(_ text: Text) -> [Text] { [collect(text)] }
  mutating func host(_ text: Text, line: Int) -> Text { collect(text) }
  mutating func user(_ text: Text) -> Text { collect(text) }

  private mutating func collect(_ text: Text) -> Text {
    texts.append(text)
    return text
  }
}

extension Step {
  /// Every text of it that may hold something open, in the order in which it is filled in.
  var texts: [Text] {
    var collector = TextCollector<Text>()
    _ = filled(with: &collector)
    return collector.texts
  }

  /// Every condition it has: of its guards, its assertion, its branch.
  var conditions: [Condition<Text>] {
    var conditions: [Condition<Text>] = guards.compactMap { stepGuard in
      if case .condition(let condition) = stepGuard.test { condition } else { nil }
    }
    if case .assert(let assertion) = kind { conditions += assertion.conditions }
    if case .branch(let branch) = kind { conditions += branch.choices.map(\.condition) }
    return conditions
  }
}

extension Condition {
  /// Every comparison in it, in order.
  var comparisons: [(text: Text, comparison: Comparison<Text>)] {
    switch self {
    case .compare(let text, let comparison): [(text, comparison)]
    case .mode: []
    case .all(let conditions), .any(let conditions): conditions.flatMap(\.comparisons)
    case .not(let condition): condition.comparisons
    }
  }
}
