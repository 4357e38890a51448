import Diagnostics

/// Something that a source states about a thing: the address of a host, the image of a service.
public struct ImportedFact: Sendable, Hashable {
  /// The thing it is about.
  public var subject: ThingID
  /// What is stated, in a word or two: `address`, `image`, `port`, `size of volume 'data'`.
  public var property: String
  /// What is stated about it.
  public var value: String
  /// Where it is stated.
  public var place: SourceLocation

  /// States a fact.
  ///
  /// - Parameters:
  ///   - subject: The thing it is about.
  ///   - property: What is stated, in a word or two.
  ///   - value: What is stated about it.
  ///   - place: Where it is stated.
  public init(_ subject: ThingID, _ property: String, _ value: String, at place: SourceLocation) {
    self.subject = subject
    self.property = property
    self.value = value
    self.place = place
  }
}
