/// One thing to import: what it is, and where it lies.
public struct ImportSource: Sendable, Hashable {
  /// What it is.
  public var kind: ImportKind
  /// A file or a folder.
  public var path: String

  /// Names a source.
  public init(_ kind: ImportKind, _ path: String) {
    self.kind = kind
    self.path = path
  }

  /// Reads sources as they are written on a command line: `ansible hosts.ini kubernetes apps/ more.yaml`.
  ///
  /// The name of a kind holds for the paths behind it; `kind:path` holds for itself. A path that is called like a kind is
  /// written `./ansible`.
  ///
  /// - Parameter words: The words of the command line.
  /// - Returns: The sources; nil where a path comes before any kind.
  public static func sources(_ words: [String]) -> [ImportSource]? {
    var kind: ImportKind?
    var sources: [ImportSource] = []
    for word in words {
      if let named = ImportKind(rawValue: word) {
        kind = named
      } else if let colon = word.firstIndex(of: ":"), let named = ImportKind(rawValue: String(word[..<colon])) {
        sources.append(ImportSource(named, String(word[word.index(after: colon)...])))
      } else if let kind {
        sources.append(ImportSource(kind, word))
      } else {
        return nil
      }
    }
    return sources
  }
}
