import Diagnostics

/// What a thing needs to start, beyond what it needs to go on working: secrets, images, a name server.
///
/// A ring of such needs goes unnoticed for years, until the day when everything is off at once.
public struct StartNeed: Sendable, Hashable {
  /// What is needed.
  public enum Target: Sendable, Hashable {
    /// A thing of the lab.
    case thing(ThingID)
    /// Whatever the lab exposes under a host name; nothing where that is outside of the lab.
    case hostName(String)
    /// Whatever keeps the lab's secrets; nothing where the lab has no such service.
    case secretStore
  }

  /// What is needed.
  public var target: Target
  /// How the sentence goes on after the thing's name: `pulls its images from`.
  public var words: String

  /// States a need.
  public init(_ target: Target, _ words: String) {
    self.target = target
    self.words = words
  }
}
