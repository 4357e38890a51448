/// Decides before a step begins whether it is to be done at all.
public struct StepGuard<Text: Sendable & Hashable>: Sendable, Hashable {
  /// What is looked at.
  public enum Test: Sendable, Hashable {
    /// What is known in the run.
    case condition(Condition<Text>)
    /// Something that is carried out and changes nothing; it holds where it succeeds.
    case work(Work<Text>)
  }

  /// What it decides.
  public var decision: GuardDecision
  /// What is looked at.
  public var test: Test
  /// What is said where it leaves the step out or fails it; nothing for the test itself.
  public var message: Text?

  /// Describes a guard.
  ///
  /// - Parameters:
  ///   - decision: What it decides.
  ///   - test: What is looked at.
  ///   - message: What is said where it leaves the step out or fails it.
  public init(_ decision: GuardDecision, _ test: Test, message: Text? = nil) {
    self.decision = decision
    self.test = test
    self.message = message
  }

  /// What it carries out, where it does.
  public var work: Work<Text>? { if case .work(let work) = test { work } else { nil } }
}

extension StepGuard.Test: Codable where Text: Codable {
  private enum Key: String, CodingKey { case condition, work }

  /// Reads what is looked at.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: Key.self)
    if let condition = try values.decodeIfPresent(Condition<Text>.self, forKey: .condition) {
      self = .condition(condition)
    } else {
      self = .work(try values.decode(Work<Text>.self, forKey: .work))
    }
  }

  /// Writes what is looked at.
  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: Key.self)
    switch self {
    case .condition(let condition): try values.encode(condition, forKey: .condition)
    case .work(let work): try values.encode(work, forKey: .work)
    }
  }
}

extension StepGuard: Codable where Text: Codable {}
