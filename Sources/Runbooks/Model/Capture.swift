/// What later steps learn from a step's result, in the place of `{{ capture.NAME }}`.
///
/// Never a secret: captured values are shown and journaled.
public struct Capture: Sendable, Hashable, Codable {
  /// What a captured value must be.
  public enum Kind: String, Sendable, Hashable, Codable {
    /// Any text of one line.
    case text
    /// A whole number or a decimal fraction.
    case number
    /// Several words, one on each line.
    case lines
  }

  /// Its name.
  public var name: String
  /// What is taken.
  public var selector: Selector
  /// What it must be; another value fails the step.
  public var kind: Kind

  /// Describes a capture.
  ///
  /// - Parameters:
  ///   - name: Its name.
  ///   - selector: What is taken.
  ///   - kind: What it must be.
  public init(_ name: String, _ selector: Selector = .output, kind: Kind = .text) {
    self.name = name
    self.selector = selector
    self.kind = kind
  }
}
