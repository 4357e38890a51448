/// Reads a regular expression.
struct RegexParser {
  /// The longest expression, in characters.
  static let longest = 1_000
  /// How deep groups may lie in each other.
  static let deepest = 50
  /// The greatest count of a repetition.
  static let most = 1_000

  private let scalars: [Unicode.Scalar]
  private var position = 0
  private var ignoresCase = false
  private var isMultiline = false
  private var dotTakesNewlines = false
  /// How many groups it has that keep what they find.
  private(set) var groups = 0

  init(_ source: String) { scalars = Array(source.unicodeScalars) }

  private var next: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

  private func problem(_ reason: String) -> RegularExpression.Problem {
    RegularExpression.Problem(reason: "\(reason) (at character \(min(position, scalars.count) + 1))")
  }

  private mutating func take(_ text: String) -> Bool {
    guard scalars[position...].starts(with: text.unicodeScalars) else { return false }
    position += text.unicodeScalars.count
    return true
  }

  mutating func parse() throws(RegularExpression.Problem) -> RegexNode {
    guard scalars.count <= Self.longest else {
      throw RegularExpression.Problem(reason: "a regular expression has at most \(Self.longest) characters")
    }
    try flags()
    let node = try choice(depth: 0)
    guard position == scalars.count else { throw problem("')' closes no group") }
    return node
  }

  private mutating func flags() throws(RegularExpression.Problem) {
    let start = position
    guard take("(?") else { return }
    var seen = false
    while let flag = next, flag != ")" {
      switch flag {
      case "i": ignoresCase = true
      case "m": isMultiline = true
      case "s": dotTakesNewlines = true
      default:
        position = start
        return
      }
      seen = true
      position += 1
    }
    guard seen, take(")") else {
      position = start
      return
    }
  }

  private mutating func choice(depth: Int) throws(RegularExpression.Problem) -> RegexNode {
    guard depth <= Self.deepest else { throw problem("groups lie more than \(Self.deepest) deep in each other") }
    var ways = [try sequence(depth: depth)]
    while take("|") { ways.append(try sequence(depth: depth)) }
    return ways.count == 1 ? ways[0] : .choice(ways)
  }

  private mutating func sequence(depth: Int) throws(RegularExpression.Problem) -> RegexNode {
    var parts: [RegexNode] = []
    while let scalar = next, scalar != "|", scalar != ")" {
      let part = try single(depth: depth)
      parts.append(try repetition(of: part))
    }
    return .sequence(parts)
  }

  private mutating func single(depth: Int) throws(RegularExpression.Problem) -> RegexNode {
    guard let scalar = next else { throw problem("it ends in the middle") }
    position += 1
    switch scalar {
    case ".": return .set(dotTakesNewlines ? ScalarSet().negated : ScalarSet.newline.negated)
    case "^": return .edge(isMultiline ? .lineStart : .start)
    case "$": return .edge(isMultiline ? .lineEnd : .end)
    case "[": return .set(try brackets())
    case "(": return try group(depth: depth)
    case "\\": return try escape()
    case "*", "+", "?", "{":
      position -= 1
      throw problem("'\(scalar)' repeats nothing; write '\\\(scalar)' for the character")
    default: return .set(cased(.one(scalar)))
    }
  }

  private func cased(_ set: ScalarSet) -> ScalarSet { ignoresCase ? set.ignoringCase : set }

  private mutating func group(depth: Int) throws(RegularExpression.Problem) -> RegexNode {
    let keeps = !take("?:")
    if keeps, next == "?" { throw problem("'(?' begins nothing that is known; '(?:...)' groups without keeping") }
    if keeps { groups += 1 }
    let isFirst = keeps && groups == 1
    let inner = try choice(depth: depth + 1)
    guard take(")") else { throw problem("a group is not closed") }
    return isFirst ? .firstGroup(inner) : inner
  }

  private mutating func repetition(of node: RegexNode) throws(RegularExpression.Problem) -> RegexNode {
    let least: Int
    let most: Int?
    if take("*") {
      (least, most) = (0, nil)
    } else if take("+") {
      (least, most) = (1, nil)
    } else if take("?") {
      (least, most) = (0, 1)
    } else if take("{") {
      (least, most) = try counts()
    } else {
      return node
    }
    let repeated = RegexNode.repeated(node, least: least, most: most, isLazy: take("?"))
    if let scalar = next, ["*", "+", "?", "{"].contains(scalar) { throw problem("'\(scalar)' repeats a repetition") }
    return repeated
  }

  private mutating func counts() throws(RegularExpression.Problem) -> (Int, Int?) {
    let least = try count()
    guard take(",") else {
      guard take("}") else { throw problem("'}' closes a count") }
      return (least, least)
    }
    if take("}") { return (least, nil) }
    let most = try count()
    guard take("}") else { throw problem("'}' closes a count") }
    guard least <= most else { throw problem("a repetition's first number is greater than its second") }
    return (least, most)
  }

  private mutating func count() throws(RegularExpression.Problem) -> Int {
    var digits = ""
    while let scalar = next, ("0"..."9").contains(scalar) {
      digits.unicodeScalars.append(scalar)
      position += 1
    }
    guard let count = Int(digits), count <= Self.most else {
      throw problem("a number from 0 to \(Self.most) follows '{'; write '\\{' for the character")
    }
    return count
  }

  private mutating func escape() throws(RegularExpression.Problem) -> RegexNode {
    switch next {
    case "b":
      position += 1
      return .edge(.wordEdge)
    case "B":
      position += 1
      return .edge(.noWordEdge)
    default: return .set(cased(try escapedSet()))
    }
  }

  private mutating func escapedSet() throws(RegularExpression.Problem) -> ScalarSet {
    guard let scalar = next else { throw problem("a backslash ends it") }
    position += 1
    switch scalar {
    case "d": return .digits
    case "D": return ScalarSet.digits.negated
    case "w": return .words
    case "W": return ScalarSet.words.negated
    case "s": return .blanks
    case "S": return ScalarSet.blanks.negated
    case "n": return .newline
    case "t": return .one("\t")
    case "r": return .one("\r")
    case "0"..."9": throw problem("there are no back references")
    case "a"..."z", "A"..."Z": throw problem("'\\\(scalar)' is nothing that is known")
    default: return .one(scalar)
    }
  }

  private mutating func brackets() throws(RegularExpression.Problem) -> ScalarSet {
    var set = ScalarSet()
    let isNegated = take("^")
    var isFirst = true
    while isFirst || next != "]" {
      guard let scalar = next else { throw problem("'[' is not closed") }
      if scalar == "[", position + 1 < scalars.count, scalars[position + 1] == ":" {
        throw problem("'[:' begins nothing that is known; write \\d, \\w or a range")
      }
      isFirst = false
      let from = try member()
      if next == "-", position + 1 < scalars.count, scalars[position + 1] != "]" {
        position += 1
        let to = try member()
        guard let lower = from.single, let upper = to.single, lower <= upper else {
          throw problem("a range goes from one character to a later one")
        }
        set.ranges.append(lower...upper)
      } else {
        set.ranges += from.positive
      }
    }
    position += 1
    set = cased(set)
    return isNegated ? set.negated : set
  }

  private mutating func member() throws(RegularExpression.Problem) -> ScalarSet {
    guard let scalar = next else { throw problem("'[' is not closed") }
    position += 1
    return scalar == "\\" ? try escapedSet() : .one(scalar)
  }
}

extension ScalarSet {
  /// The one character in it.
  fileprivate var single: UInt32? {
    guard !isNegated, ranges.count == 1, let range = ranges.first, range.count == 1 else { return nil }
    return range.lowerBound
  }
}
