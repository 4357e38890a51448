/// Repeats a step, once for each item; the step's texts have `{{ item }}` for it.
public struct Loop<Text: Sendable & Hashable>: Sendable, Hashable {
  /// The items: words of a fact, of an input, or the lines of a capture.
  public var items: [Text]
  /// How many are worked on at a time, from 1.
  public var concurrency: Int
  /// How many items may fail before no further one is begun.
  public var errors: ErrorLimit
  /// Whether the first item goes alone, and the others only when it has succeeded.
  public var hasCanary: Bool

  /// Describes a loop.
  ///
  /// - Parameters:
  ///   - items: The items.
  ///   - concurrency: How many are worked on at a time.
  ///   - errors: How many items may fail before no further one is begun.
  ///   - hasCanary: Whether the first item goes alone.
  public init(
    over items: [Text], concurrency: Int = 1, errors: ErrorLimit = .count(0), hasCanary: Bool = false
  ) {
    self.items = items
    self.concurrency = concurrency
    self.errors = errors
    self.hasCanary = hasCanary
  }
}

extension Loop: Codable where Text: Codable {}
