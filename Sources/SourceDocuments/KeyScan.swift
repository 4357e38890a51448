internal import Yams

/// Finds keys that are no text, before anything that aliases stand for is walked.
///
/// A parser compares keys to find those that stand twice, and so walks all that an alias in a key stands for: thirty lines
/// keep it busy for years. Here the text is read with aliases as plain words, which costs no more than its length; a key
/// that is a list, a mapping or an alias shows itself in that reading.
public enum KeyScan {
  /// Stands for the asterisk of an alias; a private character that libyaml takes for a letter.
  private static let marker: Character = "\u{F8FF}"

  /// The line of the first key that is no text, where the text has aliases.
  ///
  /// - Parameter text: YAML of any number of documents.
  /// - Returns: The line, counted from 1; nil where keys are text.
  /// - Throws: The parser's error; a text that is not YAML without aliases is none with them.
  public static func lineOfKeyThatIsNoText(in text: String) throws -> Int? {
    guard text.utf8.contains(UInt8(ascii: "*")), text.utf8.contains(UInt8(ascii: "&")) else { return nil }
    let words = String(text.map { $0 == "*" ? marker : $0 })
    var roots = try compose_all(yaml: words)
    var left: [Node] = []
    while let root = roots.next() { left.append(root) }
    if let error = roots.error {
      if case YamlError.duplicatedKeysInMapping(let keys, let context) = error, keys.contains(where: isAlias) {
        return context.mark.line
      }
      throw error
    }
    while let node = left.popLast() {
      switch node {
      case .scalar(let scalar):
        if isAliasAsKey(scalar) { return scalar.mark?.line ?? 1 }
      case .sequence(let items): left += items
      case .mapping(let mapping):
        for (key, value) in mapping {
          guard case .scalar(let scalar) = key, !isAlias(scalar) else { return key.mark?.line ?? 1 }
          left.append(value)
        }
      case .alias: break
      }
    }
    return nil
  }

  private static func isAlias(_ key: String) -> Bool { key.contains(marker) }

  private static func isAlias(_ scalar: Node.Scalar) -> Bool {
    (scalar.style == .plain || scalar.style == .any) && scalar.string.first == marker
  }

  /// `[*name:value]` is a mapping with an alias as its key, and as a word it has a colon in it.
  private static func isAliasAsKey(_ scalar: Node.Scalar) -> Bool { isAlias(scalar) && scalar.string.contains(":") }
}
