/// Carries something out again and again until it succeeds.
public struct Wait<Text: Sendable & Hashable>: Sendable, Hashable {
  /// What is looked at; it must change nothing.
  public var work: Work<Text>
  /// The pause between two looks, in milliseconds; 1,000 unless something else is said.
  public var everyMilliseconds: Int
  /// After how many milliseconds the step has failed.
  public var withinMilliseconds: Int

  /// Describes what is waited for.
  ///
  /// - Parameters:
  ///   - work: What is looked at.
  ///   - everyMilliseconds: The pause between two looks.
  ///   - withinMilliseconds: After how many milliseconds the step has failed.
  public init(work: Work<Text>, everyMilliseconds: Int = 1_000, withinMilliseconds: Int) {
    self.work = work
    self.everyMilliseconds = everyMilliseconds
    self.withinMilliseconds = withinMilliseconds
  }
}

extension Wait: Codable where Text: Codable {}
