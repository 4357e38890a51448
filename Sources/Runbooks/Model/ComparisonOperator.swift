/// How two values are compared.
public enum ComparisonOperator: String, Sendable, Hashable, Codable, CaseIterable {
  /// The same text, to the character; as numbers where both are numbers.
  case equals = "=="
  /// Not the same.
  case differs = "!="
  /// A smaller number.
  case less = "<"
  /// A smaller number, or the same.
  case atMost = "<="
  /// A greater number.
  case greater = ">"
  /// A greater number, or the same.
  case atLeast = ">="
  /// One of several texts.
  case `in`
  /// A number from the first to the second, both included.
  case between
  /// Holds a text somewhere.
  case contains
  /// Begins with a text.
  case startsWith = "starts-with"
  /// Ends with a text.
  case endsWith = "ends-with"
  /// A regular expression finds itself somewhere in it.
  case matches
  /// It is there at all, and not empty.
  case exists
}
