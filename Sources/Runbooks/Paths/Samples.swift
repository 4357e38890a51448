extension Comparison<String> {
  /// Values worth trying on its left side: some for which it holds, and some for which it does not.
  var candidates: [String] {
    switch self.operator {
    case .equals, .differs, .contains, .startsWith, .endsWith, .in:
      return values
        + values.prefix(1).flatMap { [Self.neighbour(of: $0, by: 1) ?? "\($0)-other", "\($0)-other", "other"] }
    case .less, .atMost, .greater, .atLeast, .between:
      return values.flatMap { value in
        [value] + [-1, 1].compactMap { Self.neighbour(of: value, by: $0) }
      }
    case .matches: return values.flatMap { RegularExpression.samples(of: $0) } + ["other"]
    case .exists: return []
    }
  }

  private static func neighbour(of text: String, by step: Int) -> String? {
    guard DecimalNumber(text) != nil else { return nil }
    if let whole = Int(text) {
      let (next, isTooFar) = whole.addingReportingOverflow(step)
      return isTooFar ? nil : "\(next)"
    }
    return Double(text).map { "\($0 + Double(step))" }
  }
}

extension RegularExpression {
  /// Texts in which an expression finds itself; none where none was found.
  static func samples(of source: String) -> [String] {
    guard let expression = try? RegularExpression(source) else { return [] }
    var parser = RegexParser(source)
    guard let root = try? parser.parse() else { return [] }
    return [root.sample(more: false), root.sample(more: true)].filter { text in
      (try? expression.firstMatch(in: text)) != nil
    }
  }

  /// What the first group of an expression takes, as an expression of its own; nothing where it has no group.
  static func firstGroup(of source: String) -> RegexNode? {
    var parser = RegexParser(source)
    return (try? parser.parse())?.firstGroup
  }
}

extension RegexNode {
  /// A text that it takes, as short as may be, or with a little more.
  func sample(more: Bool) -> String {
    switch self {
    case .set(let set): set.sample
    case .sequence(let parts): parts.map { $0.sample(more: more) }.joined()
    case .choice(let ways): (more ? ways.last : ways.first)?.sample(more: more) ?? ""
    case .firstGroup(let inner): inner.sample(more: more)
    case .repeated(let inner, let least, let most, _):
      String(repeating: inner.sample(more: more), count: more ? min(least + 1, most ?? least + 1) : least)
    case .edge: ""
    }
  }

  /// The first group in it.
  fileprivate var firstGroup: RegexNode? {
    switch self {
    case .firstGroup(let inner): inner
    case .sequence(let parts), .choice(let parts): parts.lazy.compactMap(\.firstGroup).first
    case .repeated(let inner, _, _, _): inner.firstGroup
    case .set, .edge: nil
    }
  }
}

extension ScalarSet {
  /// A character of it: a letter or a digit where it has one.
  fileprivate var sample: String {
    let usual = "a0A1bB-_./ ".unicodeScalars
    if let scalar = usual.first(where: contains) { return String(scalar) }
    return positive.lazy.compactMap { Unicode.Scalar($0.lowerBound) }.first.map { String($0) } ?? ""
  }
}

extension RunbookInput {
  /// Values that it may have.
  var samples: [String] {
    switch kind {
    case .choice(let choices): choices
    case .pattern(let pattern): RegularExpression.samples(of: pattern)
    case .number(let least, let most): [least, most, 1].compactMap { $0 }.map { "\($0)" }
    case .text, .thing, nil: ["\(name)-value"]
    }
  }
}
