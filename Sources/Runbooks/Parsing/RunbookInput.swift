/// A value that a person gives when a run starts, in the place of `{{ input.NAME }}`.
///
/// Never a secret: values are shown and journaled.
public struct RunbookInput: Sendable, Hashable, Codable {
  /// Its name, as in `--input NAME=VALUE`.
  public var name: String
  /// What it is, for the question; empty where nothing was said.
  public var description: String

  /// Declares an input.
  public init(name: String, description: String = "") {
    self.name = name
    self.description = description
  }
}
