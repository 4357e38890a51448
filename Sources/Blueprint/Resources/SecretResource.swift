import Diagnostics
import LabModel

/// A secret that artifacts or runbooks read at run time.
public struct SecretResource: Sendable, Hashable {
  /// The thing that needs it.
  public var owner: ThingID
  /// Where that was declared.
  public var origin: SourceLocation
  /// Where it is kept.
  public var reference: SecretReference
  /// What it is for, in one phrase.
  public var purpose: String

  /// Describes a secret.
  public init(owner: ThingID, origin: SourceLocation, reference: SecretReference, purpose: String) {
    self.owner = owner
    self.origin = origin
    self.reference = reference
    self.purpose = purpose
  }
}
