import Diagnostics

/// One thing worth knowing of a component: a line of its page in the portal and a placeholder for its runbooks.
public struct Fact: Sendable, Hashable {
  /// The name in placeholders, lower case with hyphens: `{{ vm.km02.memory }}` reads the fact `memory`.
  public var key: String
  /// The name people read, such as `Memory`.
  public var label: String
  /// The value as people read it and as runbooks use it.
  public var value: String
  /// The thing the value names, for a link.
  public var link: ThingID?

  /// States a fact.
  public init(_ key: String, _ label: String, _ value: String, link: ThingID? = nil) {
    self.key = key
    self.label = label
    self.value = value
    self.link = link
  }
}
