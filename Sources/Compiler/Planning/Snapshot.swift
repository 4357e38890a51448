import Diagnostics
import Documents

/// A lab as a build left it: every thing with its facts and with what is made for it, as trees that two builds can be
/// compared by.
///
/// `build` writes it as `lab.json`, beside the files and owned by the manifest like them. Sizes are in bytes, times in
/// seconds; where every line comes from stands in the source map, as for any other file.
public struct Snapshot: Sendable, Hashable {
  /// The file's name in the build folder.
  public static let fileName = "lab.json"
  /// The version of the file's format.
  public static let currentFormat = 1

  /// The version of Rackbook that made it.
  public var rackbook: String
  /// The lab's name.
  public var lab: String
  /// The environment it was built for; nil for a lab that has none.
  public var environment: String?
  /// A digest of the lab's own settings: name, domain, account.
  public var settings: String
  /// Everything that stands in the lab, in the order of declaration.
  public var things: [Thing]

  /// A thing of the lab.
  public struct Thing: Sendable, Hashable {
    /// Its identity.
    public var id: ThingID
    /// What it is, in one phrase.
    public var summary: String
    /// Where it was declared, as `Module/File.swift:12`.
    public var origin: String
    /// A digest of the values that the lab's author wrote; lines and files are not among them.
    public var values: String
    /// What it has to do with others.
    public var relations: [Relation]
    /// Its facts by key, as far as no resource has a field of that name; several of one key are a list.
    public var facts: Node
    /// Where else its parts were declared: containers, volumes, exposures.
    public var places: [String]
    /// What is made for it.
    public var resources: [Entry]
  }

  /// What a thing has to do with another.
  public struct Relation: Sendable, Hashable {
    /// The kind of relation, such as `runs on`.
    public var kind: String
    /// The other thing.
    public var other: ThingID
  }

  /// Something that is made for a thing.
  public struct Entry: Sendable, Hashable {
    /// Its kind, such as `machine`.
    public var kind: String
    /// What tells it from others of its kind and thing.
    public var name: String
    /// Where it was declared.
    public var origin: String
    /// Its values.
    public var fields: Node
  }
}
