extension Comparison<String> {
  /// Compares a value.
  ///
  /// Two numbers are equal as numbers: `1.0` equals `1`. Numbers are compared as numbers, so the version `1.10` is less
  /// than `1.9`.
  ///
  /// - Parameter value: The value; nothing where there is none.
  /// - Returns: Whether it holds, and what was compared with what.
  /// - Throws: ``Misjudgement`` where there is no value but one is needed, or no number where one is needed.
  public func judge(_ value: String?) throws(Misjudgement) -> Judgement { try judge(value, shownAs: value ?? "") }

  /// Compares a value that stands in messages as something else, its secrets taken out.
  func judge(_ value: String?, shownAs shown: String) throws(Misjudgement) -> Judgement {
    if self.operator == .exists {
      let holds = value.map { !$0.isEmpty } ?? false
      return Judgement(holds, holds ? "\(shown.shown) is there" : "nothing is there")
    }
    guard let value else { throw Misjudgement("there is nothing to compare with \(wanted)") }
    let holds = try compare(value, shownAs: shown)
    return Judgement(holds, "\(shown.shown) \(holds ? phrases.holds : phrases.fails) \(wanted)")
  }

  private func compare(_ value: String, shownAs shown: String) throws(Misjudgement) -> Bool {
    switch self.operator {
    case .equals: return Self.areEqual(value, try only())
    case .differs: return !Self.areEqual(value, try only())
    case .less: return try Self.number(value, shownAs: shown) < Self.number(only())
    case .atMost: return try Self.number(value, shownAs: shown) <= Self.number(only())
    case .greater: return try Self.number(value, shownAs: shown) > Self.number(only())
    case .atLeast: return try Self.number(value, shownAs: shown) >= Self.number(only())
    case .in: return values.contains { Self.areEqual(value, $0) }
    case .between:
      guard values.count == 2 else { throw Misjudgement("'between' takes two numbers, not \(values.count)") }
      let number = try Self.number(value, shownAs: shown)
      let (least, most) = (try Self.number(values[0]), try Self.number(values[1]))
      return least <= number && number <= most
    case .contains: return Self.find(Array(try only().utf8), in: Array(value.utf8))
    case .startsWith: return value.utf8.starts(with: try only().utf8)
    case .endsWith: return value.utf8.reversed().starts(with: try only().utf8.reversed())
    case .matches: return try RegularExpression.firstMatch(of: try only(), in: value) != nil
    case .exists: return !value.isEmpty
    }
  }

  private func only() throws(Misjudgement) -> String {
    guard values.count == 1, let value = values.first else {
      throw Misjudgement("'\(self.operator.rawValue)' takes one value, not \(values.count)")
    }
    return value
  }

  private static func areEqual(_ left: String, _ right: String) -> Bool {
    if let left = DecimalNumber(left), let right = DecimalNumber(right) { return left == right }
    // Not by Swift's equality of strings, to which differently composed characters are the same.
    return left.utf8.elementsEqual(right.utf8)
  }

  private static func number(_ text: String, shownAs shown: String? = nil) throws(Misjudgement) -> DecimalNumber {
    guard let number = DecimalNumber(text) else { throw Misjudgement("\((shown ?? text).shown) is no number") }
    return number
  }

  private static func find(_ part: [UInt8], in whole: [UInt8]) -> Bool {
    guard let first = part.first else { return true }
    guard whole.count >= part.count else { return false }
    return (0...(whole.count - part.count)).contains { whole[$0] == first && whole[$0...].starts(with: part) }
  }

  private var wanted: String { values.map(\.shown).joined(separator: self.operator == .between ? " and " : ", ") }

  private var phrases: (holds: String, fails: String) {
    switch self.operator {
    case .equals: ("equals", "does not equal")
    case .differs: ("differs from", "does not differ from")
    case .less: ("is less than", "is not less than")
    case .atMost: ("is at most", "is not at most")
    case .greater: ("is greater than", "is not greater than")
    case .atLeast: ("is at least", "is not at least")
    case .in: ("is one of", "is none of")
    case .between: ("is between", "is not between")
    case .contains: ("contains", "does not contain")
    case .startsWith: ("starts with", "does not start with")
    case .endsWith: ("ends with", "does not end with")
    case .matches: ("matches", "does not match")
    case .exists: ("is there", "is not there")
    }
  }
}

extension RegularExpression {
  /// What a regular expression of a runbook finds.
  static func firstMatch(of source: String, in text: String) throws(Misjudgement) -> Match? {
    do throws(RegularExpression.Problem) { return try RegularExpression(source).firstMatch(in: text) } catch {
      throw Misjudgement("the regular expression cannot be used: \(error.reason)")
    }
  }
}
