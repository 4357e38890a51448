/// A file of the build folder that changes.
public struct FileChange: Sendable, Hashable {
  /// What happens to it.
  public enum Kind: String, Sendable, Hashable {
    /// It is new.
    case added
    /// It goes.
    case removed
    /// Some of its lines change.
    case changed
  }

  /// Its path below the build folder.
  public var path: String
  /// What happens to it.
  public var kind: Kind
  /// How many lines come.
  public var added: Int
  /// How many lines go.
  public var removed: Int
  /// The lines that differ, in unified format.
  public var diff: String
}
