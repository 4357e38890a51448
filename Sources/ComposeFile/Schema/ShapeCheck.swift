import Diagnostics

/// Holds a value against its shape and tells what does not fit.
struct ShapeCheck {
  let state: LoadingState

  /// Checks a value and everything below it.
  func check(_ node: ComposeNode, _ shape: Shape, path: String) {
    if node.tag == .reset { return }
    switch shape {
    case .free: return
    case .either(let shapes):
      guard let fitting = shapes.first(where: { $0.fitsKind(of: node) }) else { return refuse(node, shape, path) }
      check(node, fitting, path: path)
    case .nothing:
      if !node.isNull { refuse(node, shape, path) }
    case .scalar(let rule): checkScalar(node, rule, shape, path)
    case .list(let item):
      guard let items = node.items else { return refuse(node, shape, path) }
      for (index, value) in items.enumerated() { check(value, item, path: "\(path)[\(index)]") }
    case .map(let value):
      guard let mapping = node.mapping else { return refuse(node, shape, path) }
      for (key, child) in mapping.entries {
        check(child, value, path: join(path, key))
      }
    case .object(let fields, let required):
      guard let mapping = node.mapping else { return refuse(node, shape, path) }
      for (key, child) in mapping.entries {
        if let field = fields[key] {
          check(child, field, path: join(path, key))
        } else if !key.hasPrefix("x-") {
          state.report(
            ComposeRules.unknownKey, at: child.place, "\(path.isEmpty ? "a Compose file" : path) has no key '\(key)'",
            solutions: NearMiss.suggestion(for: key, in: fields.keys.sorted()).map { [$0] } ?? [])
        }
      }
      for key in required where mapping[key] == nil {
        state.report(ComposeRules.missing, at: node.place, "\(path) needs the key '\(key)'")
      }
    }
  }

  private func join(_ path: String, _ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }

  private func refuse(_ node: ComposeNode, _ shape: Shape, _ path: String) {
    state.report(
      ComposeRules.wrongType, at: node.place,
      "\(path.isEmpty ? "a Compose file" : path) takes \(shape.phrase), not \(node.kind)")
  }

  private func checkScalar(_ node: ComposeNode, _ rule: Shape.Scalar, _ shape: Shape, _ path: String) {
    guard let text = node.text else { return refuse(node, shape, path) }
    if case .text = rule {
      guard case .string = node.content else {
        return state.report(
          ComposeRules.wrongType, at: node.place, "\(path) takes text, not \(node.kind)",
          solutions: ["put the value in quotes"])
      }
      return
    }
    if Placeholder.isPresent(in: text) { return checkPlaceholder(node, rule, text, path) }
    if !fits(text, node, rule) {
      state.report(
        ComposeRules.badValue, at: node.place,
        "\(path) takes \(shape.phrase)\(text.utf8.count <= 60 ? ", not '\(text)'" : "")")
    }
  }

  /// A number or a Boolean cannot wait for a variable: the lab is typed.
  private func checkPlaceholder(_ node: ComposeNode, _ rule: Shape.Scalar, _ text: String, _ path: String) {
    switch rule {
    case .text, .any, .textOrNumber: return
    case .flag, .integer, .number, .duration, .size, .word:
      let names = Placeholder.variables(in: text).joined(separator: ", ")
      state.report(
        ComposeRules.required, at: node.place,
        "\(path) takes \(Shape.scalar(rule).phrase), and \(names) is not set",
        solutions: ["set \(names) with an environment file"])
    }
  }

  private func fits(_ text: String, _ node: ComposeNode, _ rule: Shape.Scalar) -> Bool {
    switch rule {
    case .text, .any: true
    case .textOrNumber: if case .bool = node.content { false } else { true }
    case .flag: ["true", "false", "yes", "no", "on", "off", "y", "n"].contains(text.lowercased())
    case .integer: Int(text) != nil
    case .number: Double(text) != nil
    case .duration: if case .string = node.content { ComposeDuration(text) != nil } else { text == "0" }
    case .size: text == "-1" || ComposeSize(text) != nil
    case .word(let words): words.contains(text)
    }
  }
}
