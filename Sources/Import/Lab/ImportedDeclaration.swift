import Diagnostics

/// One thing that was found: a `let` of the lab's Swift.
public struct ImportedDeclaration: Sendable, Hashable {
  /// What it is; other declarations refer to it by this.
  public var id: ThingID
  /// The file it is printed to, in words: `Networks`, `media`.
  public var group: String
  /// The word with its arguments, parts and modifiers.
  public var call: SwiftCall
  /// Where it was found.
  public var place: SourceLocation
  /// Lines printed above it, such as what was assumed.
  public var comments: [String]
  /// Whether it stands in the lab's body; false for what stands in the braces of another thing.
  public var isListed: Bool

  /// States what was found.
  ///
  /// - Parameters:
  ///   - id: What it is.
  ///   - group: The file it is printed to, in words.
  ///   - call: The word with its arguments, parts and modifiers.
  ///   - place: Where it was found.
  ///   - comments: Lines printed above it.
  ///   - isListed: Whether it stands in the lab's body.
  public init(
    _ id: ThingID, in group: String, _ call: SwiftCall, at place: SourceLocation, comments: [String] = [],
    isListed: Bool = true
  ) {
    self.id = id
    self.group = group
    self.call = call
    self.place = place
    self.comments = comments
    self.isListed = isListed
  }
}
