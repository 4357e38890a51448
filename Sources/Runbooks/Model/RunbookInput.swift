/// A value that a person gives when a run starts, in the place of `{{ input.NAME }}`.
///
/// Never a secret: values are shown and journaled.
public struct RunbookInput: Sendable, Hashable, Codable {
  /// Its name, as in `--input NAME=VALUE`.
  public var name: String
  /// What it is, for the question; empty where nothing was said.
  public var description: String
  /// What its value may be; nothing for any text of one line.
  public var kind: InputKind?
  /// Its value where none is given; nothing to ask for one.
  public var standard: String?

  /// Declares an input.
  ///
  /// - Parameters:
  ///   - name: Its name.
  ///   - description: What it is, for the question.
  ///   - kind: What its value may be.
  ///   - standard: Its value where none is given.
  public init(name: String, description: String = "", kind: InputKind? = nil, standard: String? = nil) {
    self.name = name
    self.description = description
    self.kind = kind
    self.standard = standard
  }
}
