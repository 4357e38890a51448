import Diagnostics

/// Prints expressions in the layout that `swift format` leaves alone: two spaces, 120 columns.
struct SwiftPrinter {
  static let width = 120

  /// The Swift names of things.
  let identifiers: [ThingID: String]

  /// A declaration: `let NAME = VALUE`.
  func declaration(_ name: String, _ call: SwiftCall) -> [String] {
    prefixed("let \(name) = ", self.call(call, indent: 0, before: "let \(name) = ".count, after: 0))
  }

  /// An expression as lines, the first without its indentation.
  ///
  /// - Parameters:
  ///   - expression: What is printed.
  ///   - indent: The indentation of the line that it begins on.
  ///   - before: Columns in use on that line, beside the indentation.
  ///   - after: Columns that must stay free behind its last line.
  /// - Returns: Lines; all but the first indented.
  func lines(_ expression: SwiftExpression, indent: Int, before: Int, after: Int) -> [String] {
    switch expression {
    case .text(let text) where SwiftLiteral.wantsLines(text, room: Self.width - indent - before - after):
      return literal(text, indent: before == 0 ? indent : indent + 2)
    case .call(let call):
      return self.call(call, indent: indent, before: before, after: after)
    case .list(let items):
      return collection(items.map { ($0, "") }, empty: "[]", indent: indent, before: before, after: after)
    case .dictionary(let pairs):
      let items = pairs.map { ($0.value, SwiftLiteral.quoted($0.key) + ": ") }
      return collection(items, empty: "[:]", indent: indent, before: before, after: after)
    case .document(let node):
      return lines(SwiftExpression(node), indent: indent, before: before, after: after)
    case .method(let base, let call):
      let head = "\(atom(base))."
      return prefixed(head, self.call(call, indent: indent, before: before + head.count, after: after))
    default:
      return [atom(expression)]
    }
  }

  private func atom(_ expression: SwiftExpression) -> String {
    switch expression {
    case .text(let text): SwiftLiteral.quoted(text)
    case .integer(let value): String(value)
    case .number(let value): value.isFinite ? "\(value)" : ".null"
    case .boolean(let value): value ? "true" : "false"
    case .member(let name): ".\(name)"
    case .thing(let id): identifier(id)
    case .address(let network, let address): "\(identifier(network))[\(SwiftLiteral.quoted(address))]"
    case .property(let base, let name): "\(atom(base)).\(name)"
    case .existing(let name): name
    case .joined(let pieces): "\"\(pieces.map(piece).joined())\""
    case .call, .list, .dictionary, .document, .method: ""
    }
  }

  /// A piece of a text that is joined: text as in a literal, anything else in its parentheses.
  private func piece(_ expression: SwiftExpression) -> String {
    if case .text(let text) = expression { return String(SwiftLiteral.quoted(text).dropFirst().dropLast()) }
    return "\\(\(atom(expression)))"
  }

  private func identifier(_ id: ThingID) -> String {
    identifiers[id] ?? SwiftIdentifiers.camelCase("\(id.kind) \(id.name)", startsUpper: false)
  }

  /// The expression on one line, or nil where it wants several or has more columns than there are.
  private func oneLine(_ expression: SwiftExpression, room: Int) -> String? {
    let lines = lines(expression, indent: 0, before: Self.width - max(0, room), after: 0)
    guard lines.count == 1, let line = lines.first, line.count <= room else { return nil }
    return line
  }

  // MARK: Calls

  private func call(_ call: SwiftCall, indent: Int, before: Int, after: Int) -> [String] {
    var lines = head(call, indent: indent, before: before, after: after)
    if let parts = call.parts { lines = braces(parts, behind: lines, indent: indent) }
    guard !call.modifiers.isEmpty else { return lines }
    let modifiers = call.modifiers.map { modifier in
      prefixed(".", self.call(modifier, indent: indent + (call.parts == nil ? 2 : 0), before: 1, after: after))
    }
    if lines.count == 1, call.parts == nil {
      let joined =
        lines[0] + modifiers.map { $0.count == 1 ? $0[0] : String(repeating: " ", count: Self.width) }.joined()
      if indent + before + joined.count + after <= Self.width { return [joined] }
    }
    let margin = String(repeating: " ", count: indent + (call.parts == nil ? 2 : 0))
    for modifier in modifiers { lines += prefixed(margin, modifier) }
    return lines
  }

  /// The word and its arguments, with all that its braces will need on the last line kept free.
  private func head(_ call: SwiftCall, indent: Int, before: Int, after: Int) -> [String] {
    let opening = call.parts == nil ? 0 : 2
    guard !call.arguments.isEmpty else { return [call.word + (call.parts == nil ? "()" : "")] }
    var room = Self.width - indent - before - call.word.count - 2 - opening - after
    var texts: [String] = []
    for argument in call.arguments {
      let label = argument.label.map { "\($0): " } ?? ""
      guard let text = oneLine(argument.value, room: room - label.count) else {
        return brokenHead(call, indent: indent)
      }
      texts.append(label + text)
      room -= label.count + text.count + 2
    }
    return ["\(call.word)(\(texts.joined(separator: ", ")))"]
  }

  private func brokenHead(_ call: SwiftCall, indent: Int) -> [String] {
    let margin = String(repeating: " ", count: indent + 2)
    var lines = ["\(call.word)("]
    var line = ""
    for (index, argument) in call.arguments.enumerated() {
      let isLast = index == call.arguments.count - 1
      let label = argument.label.map { "\($0): " } ?? ""
      let end = isLast ? (call.parts == nil ? ")" : "") : ","
      let whole = oneLine(argument.value, room: Self.width - indent - 2 - label.count - 1)
      if let whole, line.isEmpty || indent + 2 + line.count + 1 + label.count + whole.count + 1 <= Self.width {
        line += (line.isEmpty ? "" : " ") + label + whole + end
        continue
      }
      if !line.isEmpty { lines.append(margin + line) }
      line = ""
      if let whole {
        line = label + whole + end
      } else {
        var broken = self.lines(argument.value, indent: indent + 2, before: label.count, after: 1)
        broken[broken.count - 1] += end
        lines += prefixed(margin + label, broken)
      }
    }
    if !line.isEmpty { lines.append(margin + line) }
    if call.parts != nil { lines.append(String(repeating: " ", count: indent) + ")") }
    return lines
  }

  private func braces(_ parts: [SwiftExpression], behind head: [String], indent: Int) -> [String] {
    var lines = head
    guard !parts.isEmpty else {
      lines[lines.count - 1] += " {}"
      return lines
    }
    lines[lines.count - 1] += " {"
    let margin = String(repeating: " ", count: indent + 2)
    for part in parts { lines += prefixed(margin, self.lines(part, indent: indent + 2, before: 0, after: 0)) }
    return lines + [String(repeating: " ", count: indent) + "}"]
  }

  // MARK: Collections

  private func collection(
    _ items: [(value: SwiftExpression, key: String)], empty: String, indent: Int, before: Int, after: Int
  ) -> [String] {
    guard !items.isEmpty else { return [empty] }
    // The formatter breaks what is nested some columns before the last one.
    let reserve = indent == 0 ? 2 : 18
    if let line = joined(items, room: Self.width - indent - before - after - reserve) { return ["[\(line)]"] }
    let margin = String(repeating: " ", count: indent + 2)
    let comma = items.count > 1 ? "," : ""
    var lines = ["["]
    var line = ""
    for item in items {
      let whole = oneLine(item.value, room: Self.width - indent - 20 - item.key.count)
      let isShort = item.key.isEmpty && (whole?.count ?? Self.width) < 60
      if let whole, isShort, !line.isEmpty, indent + 2 + line.count + 1 + whole.count + 1 <= Self.width {
        line += " \(whole)\(comma)"
        continue
      }
      if !line.isEmpty { lines.append(margin + line) }
      line = whole.map { item.key + $0 + comma } ?? ""
      if whole != nil, isShort { continue }
      if whole == nil {
        var broken = brokenItem(item.value, key: item.key, indent: indent + 2)
        broken[broken.count - 1] += comma
        lines += prefixed(margin + item.key, broken)
      } else {
        lines.append(margin + line)
        line = ""
      }
    }
    if !line.isEmpty { lines.append(margin + line) }
    return lines + [String(repeating: " ", count: indent) + "]"]
  }

  /// An item that wants several lines; those of a text stand below its key, not further to the right.
  private func brokenItem(_ value: SwiftExpression, key: String, indent: Int) -> [String] {
    switch value {
    case .text(let text) where SwiftLiteral.wantsLines(text, room: Self.width - indent - key.count - 1):
      return literal(text, indent: indent)
    case .document(let node): return brokenItem(SwiftExpression(node), key: key, indent: indent)
    default: return lines(value, indent: indent, before: key.count, after: 1)
    }
  }

  private func joined(_ items: [(value: SwiftExpression, key: String)], room: Int) -> String? {
    var room = room
    var texts: [String] = []
    for item in items {
      guard let text = oneLine(item.value, room: room - item.key.count) else { return nil }
      texts.append(item.key + text)
      room -= item.key.count + text.count + 2
    }
    return texts.joined(separator: ", ")
  }

  // MARK: Lines

  private func prefixed(_ prefix: String, _ lines: [String]) -> [String] {
    guard let first = lines.first else { return [prefix] }
    return [prefix + first] + lines.dropFirst()
  }

  private func literal(_ text: String, indent: Int) -> [String] {
    let margin = String(repeating: " ", count: indent)
    return SwiftLiteral.lines(text, width: Self.width - indent).enumerated().map { index, line in
      index == 0 || line.isEmpty ? line : margin + line
    }
  }
}
