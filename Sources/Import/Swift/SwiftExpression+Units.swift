extension SwiftExpression {
  /// An amount of memory or storage in the largest unit that gives a whole number: `.gib(8)`.
  public static func size(bytes: Int) -> SwiftExpression {
    for (shift, unit) in [(40, ".tib"), (30, ".gib"), (20, ".mib")] where bytes > 0 && bytes % (1 << shift) == 0 {
      return .call(SwiftCall(unit, [.init(.integer(bytes >> shift))]))
    }
    return .call(SwiftCall("DataSize", [.init("bytes", .integer(bytes))]))
  }

  /// A length of time in the largest unit that gives a whole number: `.minutes(5)`.
  public static func interval(seconds: Int) -> SwiftExpression {
    for (length, unit) in [(86_400, ".days"), (3600, ".hours"), (60, ".minutes")]
    where seconds > 0 && seconds % length == 0 {
      return .call(SwiftCall(unit, [.init(.integer(seconds / length))]))
    }
    return .call(SwiftCall(".seconds", [.init(.integer(seconds))]))
  }

  /// A list of texts.
  public static func texts(_ texts: [String]) -> SwiftExpression { .list(texts.map { .text($0) }) }

  /// A reference to a secret: `SecretReference("imported/media/db", key: "password")`.
  public static func secret(_ path: String, key: String) -> SwiftExpression {
    .call(SwiftCall("SecretReference", [.init(.text(path)), .init("key", .text(key))]))
  }
}

extension SwiftCall {
  /// Adds an argument with a label, where there is a value.
  public mutating func add(_ label: String, _ value: SwiftExpression?) {
    if let value { arguments.append(.init(label, value)) }
  }

  /// Adds an argument with a label, where there is text.
  public mutating func add(_ label: String, _ text: String?) { add(label, text.map { .text($0) }) }

  /// Adds an argument with a label, where there is a number.
  public mutating func add(_ label: String, _ number: Int?) { add(label, number.map { .integer($0) }) }

  /// Adds `label: true`, where it is true.
  public mutating func add(_ label: String, isTrue: Bool?) { if isTrue == true { add(label, .boolean(true)) } }
}
