import Blueprint
import Documents
import LabModel

/// One value that changes: of what, from what, to what, and what follows.
public struct FieldChange: Sendable, Hashable {
  /// What it belongs to, as people call it: `virtual machine`; nil for a fact of the thing itself.
  public var resource: String?
  /// The names that lead to the field, from the resource down.
  public var path: [String]
  /// What people call the field.
  public var label: String
  /// The value that was; nil for one that appears.
  public var old: String?
  /// The value that will be; nil for one that goes.
  public var new: String?
  /// What follows.
  public var consequence: Consequence
}

extension FieldChange {
  /// Every difference between two trees, each at the highest place that has a rule.
  ///
  /// - Parameters:
  ///   - old: The fields that were.
  ///   - new: The fields that will be.
  ///   - kind: What changes of them mean.
  ///   - resource: What they belong to, as people call it.
  /// - Returns: The changes, in the order of the new tree, what goes after what comes.
  static func changes(
    from old: Node, to new: Node, of kind: ResourceKind, in resource: String?
  ) -> [FieldChange] {
    var changes: [FieldChange] = []
    func walk(_ old: Node?, _ new: Node?, _ path: [String]) {
      if old?.text != nil, old?.text == new?.text { return }
      let mayDescend = old?.isMapping != false && new?.isMapping != false
      if mayDescend, old != nil && new != nil || kind.hasRulesOnly(below: path) {
        var before = Dictionary(old?.entries ?? [], uniquingKeysWith: { first, _ in first })
        for (key, value) in new?.entries ?? [] { walk(before.removeValue(forKey: key), value, path + [key]) }
        for key in old?.keys ?? [] { if let value = before[key] { walk(value, nil, path + [key]) } }
      } else if old?.printed != new?.printed {
        changes.append(FieldChange(path, from: old, to: new, kind.rule(for: path), in: resource))
      }
    }
    walk(old, new, [])
    guard let field = kind.stateField, case .bool(true) = old[field]?.content else { return changes }
    for index in changes.indices where changes[index].consequence.risk == .replacement {
      changes[index].consequence.risk = .data
      changes[index].consequence.reason += ", and with it the data that it holds"
    }
    return changes
  }

  private init(_ path: [String], from old: Node?, to new: Node?, _ rule: FieldRule, in resource: String?) {
    self.resource = resource
    self.path = path
    self.label = rule.label(for: path)
    self.old = old.map { $0.value(in: rule.unit) }
    self.new = new.map { $0.value(in: rule.unit) }
    switch (old, new) {
    case (nil, _): consequence = rule.added
    case (_, nil): consequence = rule.removed
    case (let old?, let new?):
      if let before = old.integer, let after = new.integer {
        consequence = before < after ? rule.grown : rule.shrunk
      } else {
        consequence = rule.changed
      }
    }
  }
}

extension ResourceKind {
  /// Whether rules speak of what lies below a path, and none of the path itself.
  fileprivate func hasRulesOnly(below path: [String]) -> Bool {
    if path.isEmpty { return true }
    var isBelow = false
    for rule in fields where zip(rule.path, path).allSatisfy({ $0 == "*" || $0 == $1 }) {
      if rule.path.count == path.count { return false }
      if rule.path.count > path.count { isBelow = true }
    }
    return isBelow
  }
}

extension Node {
  fileprivate var isMapping: Bool { if case .mapping = content { true } else { false } }

  /// What it holds, wherever it comes from.
  fileprivate var printed: [UInt8] { JSON.print(self).bytes }

  /// What it holds, as people read it on one line.
  func value(in unit: FieldRule.Unit = .plain) -> String {
    switch content {
    case .null: "nothing"
    case .bool(let value): value ? "yes" : "no"
    case .int(let number):
      switch unit {
      case .plain: "\(number)"
      case .bytes: "\(DataSize(bytes: number))"
      case .seconds: "\(Interval.seconds(number))"
      }
    case .double(let number): "\(number)"
    case .string(let text): text
    case .sequence(let items): items.isEmpty ? "none" : items.map { $0.value() }.joined(separator: ", ")
    case .mapping(let mapping): mapping.entries.map { "\($0.key) \($0.value.value())" }.joined(separator: ", ")
    }
  }
}
