/// Goes on at one of several steps, all of which stand further down.
public struct Branch<Text: Sendable & Hashable>: Sendable, Hashable {
  /// A way to go.
  public struct Choice: Sendable, Hashable {
    /// When it is taken.
    public var condition: Condition<Text>
    /// The step it goes on at.
    public var target: String

    /// Describes a way to go.
    public init(when condition: Condition<Text>, goTo target: String) {
      self.condition = condition
      self.target = target
    }
  }

  /// The ways, in the order they are tried; the first whose condition holds is taken.
  public var choices: [Choice]
  /// The step it goes on at when no condition holds; nothing makes that a failure of the step.
  public var otherwise: String?

  /// Describes a branch.
  public init(_ choices: [Choice], otherwise: String? = nil) {
    self.choices = choices
    self.otherwise = otherwise
  }

  /// Every step it can go on at.
  public var targets: [String] { choices.map(\.target) + [otherwise].compactMap { $0 } }
}

extension Branch.Choice: Codable where Text: Codable {}
extension Branch: Codable where Text: Codable {}
