import Diagnostics

/// What one thing has to do with another, written down on one side; the other side is derived.
public struct Relation: Sendable, Hashable {
  /// The kinds of relation, each with its two readings.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// It does not work without the other.
    case needs
    /// It runs on the other: a VM on its host, a service in its namespace, a namespace in its cluster.
    case runsOn = "runs on"
    /// It consists of the other among others: a cluster of its nodes.
    case consistsOf = "consists of"
    /// Its data lies on the other.
    case storedOn = "stored on"
    /// It is one of several that can hold the address; losing one moves it.
    case heldBy = "held by"
    /// It stands in front of the other and passes traffic on.
    case fronts
    /// It is reached from outside through the other.
    case exposedThrough = "exposed through"
    /// Its backups go to the other.
    case backedUpTo = "backed up to"
    /// The other has its power or its cable from it: it works with one thing of each kind that carries it.
    case carries

    /// The reading from the other side.
    public var inverse: String {
      switch self {
      case .needs: "needed by"
      case .runsOn: "runs"
      case .consistsOf: "part of"
      case .storedOn: "stores"
      case .heldBy: "can hold"
      case .fronts: "behind"
      case .exposedThrough: "exposes"
      case .backedUpTo: "keeps backups of"
      case .carries: "hangs on"
      }
    }

    /// Whether losing the other thing can take this one down: what start order and impact follow.
    public var isDependency: Bool {
      switch self {
      case .needs, .runsOn, .consistsOf, .storedOn: true
      case .heldBy, .fronts, .exposedThrough, .backedUpTo, .carries: false
      }
    }
  }

  /// What kind of relation it is.
  public var kind: Kind
  /// The other thing.
  public var other: ThingID

  /// States a relation to another thing.
  public init(_ kind: Kind, _ other: ThingID) {
    self.kind = kind
    self.other = other
  }
}
