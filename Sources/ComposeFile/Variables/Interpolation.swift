/// Puts the values of variables into a text: `$V`, `${V}`, `:-`, `-`, `:?`, `?`, `:+`, `+`, nested, and `$$` for `$`.
struct Interpolation {
  /// Why a text cannot be filled in.
  enum Problem: Error, Equatable {
    /// The text after `${` is not a variable.
    case malformed
    /// `${V:?reason}` and V is not set.
    case required(name: String, reason: String)
    /// Defaults are nested too deep.
    case tooDeep
  }

  /// What became of one variable.
  enum Use: Equatable {
    /// It had a value.
    case value
    /// Its default was taken, or its alternative.
    case substitute
    /// It has no value: a mark stands for it, or nothing.
    case unset
  }

  /// The value of a variable; nil where it is not set.
  let lookup: (String) -> String?
  /// Whether a variable without a value leaves a ``Placeholder`` mark, rather than nothing or an error.
  let keepsUnset: Bool
  /// The variables that were met, in order.
  private(set) var uses: [(name: String, use: Use)] = []

  init(keepsUnset: Bool, lookup: @escaping (String) -> String?) {
    self.keepsUnset = keepsUnset
    self.lookup = lookup
  }

  /// Fills in a text.
  mutating func fill(_ text: String) throws -> String {
    guard text.utf8.contains(UInt8(ascii: "$")) else { return text }
    return try fill(Array(text.unicodeScalars)[...], depth: 0)
  }

  private mutating func fill(_ text: ArraySlice<Unicode.Scalar>, depth: Int) throws -> String {
    guard depth <= 32 else { throw Problem.tooDeep }
    var result = String.UnicodeScalarView()
    var index = text.startIndex
    while index < text.endIndex {
      let next = text.index(after: index)
      guard text[index] == "$", next < text.endIndex else {
        result.append(text[index])
        index = next
        continue
      }
      if text[next] == "$" {
        result.append("$")
        index = next + 1
      } else if text[next] == "{" {
        guard let close = Self.closingBrace(in: text, from: next) else {
          throw Problem.malformed
        }
        result.append(contentsOf: try braced(text[(next + 1)..<close], depth: depth).unicodeScalars)
        index = close + 1
      } else {
        let name = text[next...].prefixName()
        if name.isEmpty {
          result.append("$")
          index = next
        } else {
          result.append(contentsOf: plain(Self.string(name)).unicodeScalars)
          index = name.endIndex
        }
      }
    }
    return String(result)
  }

  private mutating func plain(_ name: String) -> String {
    if let value = lookup(name) {
      uses.append((name, .value))
      return value
    }
    uses.append((name, .unset))
    return keepsUnset ? Placeholder.mark(name) : ""
  }

  private mutating func braced(_ inside: ArraySlice<Unicode.Scalar>, depth: Int) throws -> String {
    let nameScalars = inside.prefixName()
    let name = Self.string(nameScalars)
    var rest = inside[nameScalars.endIndex...]
    if name.isEmpty { throw Problem.malformed }
    if rest.isEmpty { return plain(name) }
    let countsEmpty = rest.first == ":"
    if countsEmpty { rest = rest.dropFirst() }
    guard let sign = rest.first, "-?+".unicodeScalars.contains(sign) else {
      throw Problem.malformed
    }
    let value = lookup(name)
    let isThere = value.map { !countsEmpty || !$0.isEmpty } ?? false
    switch (sign, isThere) {
    case ("-", false), ("+", true):
      uses.append((name, .substitute))
      return try fill(rest.dropFirst(), depth: depth + 1)
    case ("?", false):
      if keepsUnset { return plainUnset(name) }
      throw Problem.required(name: name, reason: try fill(rest.dropFirst(), depth: depth + 1))
    default:
      uses.append((name, value == nil ? .substitute : .value))
      return value ?? ""
    }
  }

  private mutating func plainUnset(_ name: String) -> String {
    uses.append((name, .unset))
    return Placeholder.mark(name)
  }

  /// The brace that closes the one at `start`; braces within are counted.
  private static func closingBrace(in text: ArraySlice<Unicode.Scalar>, from start: Int) -> Int? {
    var depth = 0
    for index in start..<text.endIndex {
      if text[index] == "{" { depth += 1 }
      if text[index] == "}" {
        depth -= 1
        if depth == 0 { return index }
      }
    }
    return nil
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}

extension ArraySlice<Unicode.Scalar> {
  /// The name of a variable at the start: a letter or `_`, then letters, digits and `_`.
  fileprivate func prefixName() -> ArraySlice<Unicode.Scalar> {
    guard let first, first.isNameStart else { return prefix(0) }
    return prefix { $0.isNameStart || ("0"..."9").contains($0) }
  }
}

extension Unicode.Scalar {
  fileprivate var isNameStart: Bool {
    self == "_" || ("a"..."z").contains(self) || ("A"..."Z").contains(self)
  }
}
