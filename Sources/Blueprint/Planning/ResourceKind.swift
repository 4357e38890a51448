/// What a plan has to know of a kind of resource.
public struct ResourceKind: Sendable, Hashable {
  /// Its name in the snapshot, words joined by hyphens: `load-balancing`.
  public var name: String
  /// What people call it: `traffic`.
  public var title: String
  /// What follows when one is made.
  public var added: Consequence
  /// What follows when one goes.
  public var removed: Consequence
  /// What stays behind when one goes, for a person to clean up; nil where nothing does.
  public var leftBehind: String?
  /// The Boolean field that says whether a resource holds data: replacing or removing one that does puts data at risk.
  public var stateField: String?
  /// The keys of facts of the thing that the fields say better, and that a plan therefore leaves out.
  public var saysBetter: Set<String>
  /// What changes of its fields mean; the longest path that holds for a field decides.
  public var fields: [FieldRule]

  /// Describes a kind of resource.
  ///
  /// - Parameters:
  ///   - name: Its name in the snapshot.
  ///   - title: What people call it.
  ///   - added: What follows when one is made.
  ///   - removed: What follows when one goes.
  ///   - leftBehind: What stays behind when one goes, for a person to clean up.
  ///   - stateField: The Boolean field that says whether a resource holds data.
  ///   - saysBetter: The keys of facts of the thing that the fields say better, beside those of the same name.
  ///   - fields: What changes of its fields mean.
  public init(
    _ name: String, _ title: String, added: Consequence = .nothing, removed: Consequence = .nothing,
    leftBehind: String? = nil, stateField: String? = nil, saysBetter: Set<String> = [], fields: [FieldRule] = []
  ) {
    self.name = name
    self.title = title
    self.added = added
    self.removed = removed
    self.leftBehind = leftBehind
    self.stateField = stateField
    self.saysBetter = saysBetter
    self.fields = fields
  }

  /// The rule for a field: the longest path that holds, or one that calls the field by its own name.
  public func rule(for field: [String]) -> FieldRule {
    fields.filter { $0.holds(for: field) }.max { $0.path.count < $1.path.count }
      ?? FieldRule(field.joined(separator: "."), field.joined(separator: ", "))
  }
}
