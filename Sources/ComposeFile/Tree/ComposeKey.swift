/// A key or a list item as it stands in a file: what a report must account for.
public struct ComposeKey: Sendable, Hashable {
  /// What became of it before anything read the merged project.
  public enum Fate: Sendable, Hashable {
    /// It is in the merged project.
    case kept
    /// It did its work while the files were loaded, such as `include` or a merge key.
    case applied(String)
    /// Another place says it last.
    case replaced(by: ComposePlace)
  }

  /// Where it stands.
  public var place: ComposePlace
  /// Its keys from the top of its file, joined by dots; items of lists are numbered in brackets.
  public var path: String
  /// What became of it.
  public var fate: Fate

  /// Writes a key down.
  public init(place: ComposePlace, path: String, fate: Fate) {
    self.place = place
    self.path = path
    self.fate = fate
  }
}
