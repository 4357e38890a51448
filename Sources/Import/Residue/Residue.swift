import Diagnostics

/// What became of every key of the imported files: the account that proves that nothing was lost silently.
public struct Residue: Sendable, Hashable {
  /// One key.
  public struct Entry: Sendable, Hashable {
    /// The kind of source: `kubernetes`, `ansible`, `compose`.
    public var source: String
    /// Where it stands.
    public var place: SourceLocation
    /// The way to it from the top of its document.
    public var path: String
    /// What became of it.
    public var fate: Fate

    /// States what became of a key.
    ///
    /// - Parameters:
    ///   - source: The kind of source.
    ///   - place: Where it stands.
    ///   - path: The way to it from the top of its document.
    ///   - fate: What became of it.
    public init(source: String, place: SourceLocation, path: String, fate: Fate) {
      self.source = source
      self.place = place
      self.path = path
      self.fate = fate
    }
  }

  /// What can become of a key.
  public enum Fate: Sendable, Hashable {
    /// It means the same in the lab.
    case carried
    /// It is in the lab in another form; says how.
    case changed(String)
    /// It is in the lab as the document it was, which Rackbook does not look into; says how.
    case kept(String)
    /// It is not in the lab; says why.
    case dropped(String)
  }

  /// Every key, in the order in which it was read.
  public private(set) var entries: [Entry] = []

  /// Nothing read yet.
  public init() {}

  /// Adds a key.
  public mutating func add(_ entry: Entry) { entries.append(entry) }

  /// Adds the keys of another account.
  public mutating func add(_ other: Residue) { entries += other.entries }

  /// How many keys were carried, changed, kept, dropped.
  public var counts: Counts {
    var counts = Counts()
    for entry in entries {
      switch entry.fate {
      case .carried: counts.carried += 1
      case .changed: counts.changed += 1
      case .kept: counts.kept += 1
      case .dropped: counts.dropped += 1
      }
    }
    return counts
  }

  /// How many keys had each fate.
  public struct Counts: Sendable, Hashable, Codable {
    /// Keys that mean the same in the lab.
    public var carried = 0
    /// Keys that are in the lab in another form.
    public var changed = 0
    /// Keys that are in the lab as the document they were.
    public var kept = 0
    /// Keys that are not in the lab.
    public var dropped = 0
    /// All keys.
    public var all: Int { carried + changed + kept + dropped }
  }
}
