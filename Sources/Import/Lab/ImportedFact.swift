import Diagnostics

/// Something that a source states about a thing: the address of a host, the image of a service.
public struct ImportedFact: Sendable, Hashable {
  /// The thing it is about.
  public var subject: ThingID
  /// What is stated, in a word or two: `address`, `image`, `port`, `size of volume 'data'`.
  ///
  /// What somebody else says of a machine's address is ``hearsay``: it counts where the machine is known.
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

  /// An address that a file which is not the machine's own record gives it: an upstream, a host alias.
  static let hearsay = "address by hearsay"
  /// An address that an upstream leads to.
  static let server = "server"
}
