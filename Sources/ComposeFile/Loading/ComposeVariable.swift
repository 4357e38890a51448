/// A variable of a service's environment.
public struct ComposeVariable: Sendable, Hashable {
  /// Its name.
  public var name: String
  /// Its value; nil where it comes from outside and nobody set it.
  public var value: String?
  /// The line that says it.
  public var place: ComposePlace
  /// The environment file that says it; nil for `environment`.
  public var file: String?

  /// Writes a variable down.
  public init(name: String, value: String?, place: ComposePlace, file: String? = nil) {
    self.name = name
    self.value = value
    self.place = place
    self.file = file
  }
}
