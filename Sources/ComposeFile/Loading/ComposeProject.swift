/// What a set of Compose files says, merged, in the long form of every attribute.
public struct ComposeProject: Sendable {
  /// A variable that nobody set, and where it is used.
  public struct UnsetVariable: Sendable, Hashable {
    /// Its name.
    public var name: String
    /// Where it is used, in order.
    public var places: [ComposePlace]
  }

  /// The project's name.
  public let name: String
  /// The merged tree: `services`, `networks`, `volumes`, `secrets`, `configs`, `models` and what begins with `x-`.
  public let root: ComposeNode
  /// The services whose profiles are not active.
  public let inactive: Set<String>
  /// The environment of each service with its files read, by service; a value is nil where it comes from outside.
  public let environments: [String: [ComposeVariable]]
  /// Every key and item of every file that was read, by place.
  public let keys: [ComposeKey]
  /// Variables that nobody set.
  public let unset: [UnsetVariable]
  /// The variables whose default was taken, by place.
  public let defaulted: [ComposePlace: [String]]

  /// The services in order of their names.
  public var services: [(name: String, node: ComposeNode)] { resources("services") }

  /// The entries of one of the top-level keys, in order of their names.
  public func resources(_ key: String) -> [(name: String, node: ComposeNode)] {
    (root[key]?.mapping?.entries ?? []).map { ($0.key, $0.value) }.sorted { $0.name < $1.name }
  }
}
