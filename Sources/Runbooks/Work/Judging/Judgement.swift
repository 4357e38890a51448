/// Whether something holds, and why.
public struct Judgement: Sendable, Hashable {
  /// Whether it holds.
  public var holds: Bool
  /// What was compared with what, one phrase, such as `'3' is not at least '5'`.
  public var reason: String

  /// Notes a judgement.
  public init(_ holds: Bool, _ reason: String) {
    self.holds = holds
    self.reason = reason
  }
}

extension String {
  /// A value as it stands in a message: one line, at most 120 characters.
  var shown: String {
    var text = String(String.UnicodeScalarView(unicodeScalars.prefix(120).map { Name.isControl($0) ? " " : $0 }))
    if unicodeScalars.count > 120 { text += "..." }
    return "'\(text)'"
  }
}
