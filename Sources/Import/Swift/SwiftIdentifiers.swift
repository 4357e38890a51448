import Diagnostics

/// Names of Swift values: valid, in camel case, each given once, and none that Swift or a lab uses for something else.
public struct SwiftIdentifiers: Sendable {
  private var given: Set<String>

  /// Starts with names that are taken already.
  public init(taken: Set<String> = []) {
    given = taken.union(Self.reserved)
  }

  /// A name for a thing: its own, with its kind where that is taken, with a number where that is taken too.
  public mutating func name(for id: ThingID) -> String {
    let kind = Self.camelCase(id.kind, startsUpper: true)
    let own = Self.camelCase(id.name, startsUpper: false)
    return firstFree(own.isEmpty ? [Self.camelCase(id.kind, startsUpper: false)] : [own, own + kind])
  }

  /// A name made of words.
  public mutating func name(_ words: String) -> String {
    firstFree([Self.camelCase(words, startsUpper: false)])
  }

  private mutating func firstFree(_ candidates: [String]) -> String {
    for candidate in candidates where !candidate.isEmpty && given.insert(candidate).inserted { return candidate }
    let base = candidates.last { !$0.isEmpty } ?? "value"
    var number = 2
    while !given.insert("\(base)\(number)").inserted { number += 1 }
    return "\(base)\(number)"
  }

  /// ASCII letters and digits of a text, about 40 of them, each word but the first with a capital; `n` stands before a digit.
  ///
  /// - Parameters:
  ///   - text: Any text.
  ///   - startsUpper: Whether the first word has a capital too.
  /// - Returns: The name; empty where the text has neither letters nor digits.
  static func camelCase(_ text: String, startsUpper: Bool) -> String {
    let words = text.utf8.prefix(200).split { byte in
      !(UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte || UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte
        || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte)
    }
    var name = ""
    for word in words where name.utf8.count < 40 {
      let text = String(decoding: word.prefix(40), as: UTF8.self)
      let rest = text == text.uppercased() ? text.dropFirst().lowercased() : String(text.dropFirst())
      name += name.isEmpty && !startsUpper ? text.prefix(1).lowercased() + rest : text.prefix(1).uppercased() + rest
    }
    if let first = name.utf8.first, first <= UInt8(ascii: "9") { return startsUpper ? "N\(name)" : "n\(name)" }
    return name
  }

  /// Keywords of Swift, and what a lab's type calls its own properties.
  private static let reserved: Set<String> = [
    "actor", "any", "as", "associatedtype", "async", "await", "body", "borrowing", "break", "case", "catch", "class",
    "consume", "consuming", "continue", "convenience", "copy", "default", "defer", "deinit", "description", "didSet",
    "discard", "distributed", "do", "domain", "dynamic", "each", "else", "enum", "extension", "fallthrough", "false",
    "fileprivate", "final", "for", "func", "get", "guard", "if", "import", "in", "indirect", "infix", "init", "inout",
    "internal", "is", "isolated", "lazy", "left", "let", "macro", "main", "mutating", "name", "nil", "none",
    "nonisolated", "nonmutating", "open", "operator", "operatorAccount", "optional", "override", "package", "postfix",
    "precedencegroup", "prefix", "private", "protocol", "public", "repeat", "required", "resolved", "rethrows",
    "return", "right", "self", "sending", "set", "some", "static", "struct", "subscript", "summary", "super",
    "switch", "then", "throw", "throws", "true", "try", "type", "typealias", "unowned", "unsafe", "var", "weak",
    "where", "while", "willSet", "yield",
  ]
}
