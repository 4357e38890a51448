/// A place in a tree, written as a JSON Pointer (RFC 6901): `/spec/template/spec/containers/0/image`.
///
/// A slash within a key is written `~1`, a tilde `~0`. In a list, a place is a number counted from 0, `-` for behind the
/// last item, or `key=value` for the one item that is a mapping in which the key has that text: `/containers/name=web`.
public struct Pointer: Sendable, Hashable, CustomStringConvertible {
  /// The keys and places from the root down; none for the root itself.
  public let tokens: [String]

  /// Reads a pointer; nil for text that is none.
  public init?(_ text: String) {
    guard text.isEmpty || text.hasPrefix("/") else { return nil }
    var tokens: [String] = []
    for part in text.split(separator: "/", omittingEmptySubsequences: false).dropFirst() {
      guard let token = Self.unescaped(part) else { return nil }
      tokens.append(token)
    }
    self.tokens = tokens
  }

  init(_ tokens: [String]) { self.tokens = tokens }

  /// The pointer as it is written.
  public var description: String { tokens.map { "/\(Self.escaped($0))" }.joined() }

  private static func unescaped(_ part: Substring) -> String? {
    var token = ""
    var rest = part[...]
    while let character = rest.popFirst() {
      guard character == "~" else {
        token.append(character)
        continue
      }
      switch rest.popFirst() {
      case "0": token.append("~")
      case "1": token.append("/")
      default: return nil
      }
    }
    return token
  }

  private static func escaped(_ token: String) -> String {
    String(token.flatMap { $0 == "~" ? "~0" : $0 == "/" ? "~1" : String($0) })
  }
}
