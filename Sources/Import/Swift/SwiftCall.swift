import Diagnostics

/// A word of the lab with its arguments, the parts in its braces, and the modifiers behind it.
public struct SwiftCall: Sendable, Hashable {
  /// One argument.
  public struct Argument: Sendable, Hashable {
    /// Its label; nil for one without.
    public var label: String?
    /// Its value.
    public var value: SwiftExpression

    /// An argument without a label.
    public init(_ value: SwiftExpression) {
      self.label = nil
      self.value = value
    }

    /// An argument with a label.
    public init(_ label: String, _ value: SwiftExpression) {
      self.label = label
      self.value = value
    }
  }

  /// The word: `Service`, or `.gib` for a member of the expected type.
  public var word: String
  /// The arguments in order.
  public var arguments: [Argument]
  /// What stands in the braces; nil where there are none.
  public var parts: [SwiftExpression]?
  /// What stands behind the braces; their words have no dot.
  public var modifiers: [SwiftCall]
  /// Where it was found.
  public var place: SourceLocation?

  /// Makes a call.
  ///
  /// - Parameters:
  ///   - word: The word.
  ///   - arguments: The arguments in order.
  ///   - parts: What stands in the braces; nil where there are none.
  ///   - modifiers: What stands behind the braces.
  ///   - place: Where it was found.
  public init(
    _ word: String, _ arguments: [Argument] = [], parts: [SwiftExpression]? = nil, modifiers: [SwiftCall] = [],
    at place: SourceLocation? = nil
  ) {
    self.word = word
    self.arguments = arguments
    self.parts = parts
    self.modifiers = modifiers
    self.place = place
  }

  /// What parts of a word are, as the type of a list of them: the parts of long braces are printed as such lists.
  static let partTypes = [
    "KubesprayCluster": "KubesprayPart", "LoadBalancer": "Machine", "Network": "NetworkPart", "Service": "ServicePart",
    "Synology": "StoragePart", "TrueNAS": "StoragePart",
  ]
}
