import Blueprint
import Diagnostics

/// What changes about one thing of the lab.
public struct ThingChange: Sendable, Hashable {
  /// What happens to the thing as a whole.
  public enum Kind: Sendable, Hashable {
    /// It is new.
    case added
    /// It goes.
    case removed
    /// It stays, and some of its values or files change.
    case changed
    /// It has the content of a thing that goes, under a new name: tools that know things by name delete and create.
    case renamed(from: String)
  }

  /// Where a difference comes from, as far as two snapshots can tell.
  public enum Cause: String, Sendable, Hashable {
    /// The lab's values are as they were: another version of Rackbook makes something else of them.
    case rackbook
    /// The thing's own values changed, under the same Rackbook.
    case lab
    /// Rackbook changed, and values of the thing, or of something that it has to do with, did too.
    case either
  }

  /// The thing.
  public var id: ThingID
  /// What happens to it.
  public var kind: Kind
  /// Where it is declared, or was, as `Module/File.swift:12`.
  public var origin: String
  /// What it runs on in the end, a host or a cluster; itself where it runs on nothing.
  public var group: ThingID
  /// Its values that change; for a thing that is new or goes, what is made or destroyed.
  public var changes: [FieldChange] = []
  /// The files that change with it, sorted.
  public var files: [String] = []
  /// What stays behind, for a person to clean up.
  public var leftBehind: [String] = []
  /// Where the difference comes from.
  public var cause = Cause.lab

  /// The most that is at stake.
  public var risk: Risk { changes.map(\.consequence.risk).max() ?? .none }
}
