/// The steps of another runbook, which a step calls.
///
/// As written it names the runbook and says what its inputs are; once it is planned its steps are there, their inputs
/// filled in and their ids lengthened by the calling step's, so that a plan needs no other file.
public struct SubRunbook<Text: Sendable & Hashable>: Sendable, Hashable {
  /// The runbook, `<thing>/<runbook>`.
  public var id: Text
  /// What its inputs are, by their names.
  public var inputs: [String: Text]
  /// Its steps; empty as written.
  public var steps: [Step<Text>]

  /// Describes a call.
  ///
  /// - Parameters:
  ///   - id: The runbook, `<thing>/<runbook>`.
  ///   - inputs: What its inputs are, by their names.
  ///   - steps: Its steps; empty as written.
  public init(_ id: Text, inputs: [String: Text] = [:], steps: [Step<Text>] = []) {
    self.id = id
    self.inputs = inputs
    self.steps = steps
  }
}

extension SubRunbook: Codable where Text: Codable {}
