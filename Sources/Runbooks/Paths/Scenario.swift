/// What a path is walked under: everything that decides where a run goes.
public struct Scenario: Sendable, Hashable, CustomStringConvertible {
  /// Whether it is meant.
  public var mode = RunMode.real
  /// The values of the inputs.
  public var inputs: [String: String] = [:]
  /// What goes otherwise than on the straight path.
  public var variations: [Variation] = []
  /// Whether what was done is taken back after a failure, an interruption or a deviation.
  public var undoes = false

  /// Describes the straight path: a real run in which everything succeeds.
  public init() {}

  /// It in words: `real, snapshot=x: stop-etcd fails, undone`.
  public var description: String {
    let inputs = inputs.sorted { $0.key < $1.key }.map { ", \($0.key)=\($0.value)" }.joined()
    let parts = variations.map(\.description) + (undoes ? ["undone"] : [])
    return "\(mode.rawValue)\(inputs): \(parts.isEmpty ? "everything succeeds" : parts.joined(separator: ", "))"
  }

  /// The same, with one thing more that goes otherwise.
  func with(_ variation: Variation) -> Scenario {
    var scenario = self
    scenario.variations.append(variation)
    return scenario
  }

  /// How a part of a step ends, if it is said; what was said last counts.
  func outcome(of key: String, _ part: StepPart) -> Variation.Outcome? {
    let id = StepKey(key).id
    for case .ends(let step, part, let outcome) in variations.reversed() where step == key || step == id {
      return outcome
    }
    return nil
  }

  /// How many items of a loop fail; none where nothing is said.
  func failingItems(of step: String) -> Int {
    for case .failsFor(step, let count) in variations.reversed() { return count }
    return 0
  }

  /// The values that were said of captures, by their names.
  var captures: [String: String] {
    var values: [String: String] = [:]
    for case .captures(let name, let value) in variations { values[name] = value }
    return values
  }

  /// Whether something is said of any part of a step.
  func varies(_ key: String) -> Bool {
    let id = StepKey(key).id
    return variations.contains { variation in
      switch variation {
      case .ends(let step, _, _), .failsFor(let step, _), .refuses(let step), .expires(let step): StepKey(step).id == id
      case .captures, .deviates: false
      }
    }
  }
}
