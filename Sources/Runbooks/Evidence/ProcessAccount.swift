/// One process that was started for a step, as the journal has it.
public struct ProcessAccount: Sendable, Hashable {
  /// Which of the step's processes.
  public var part: StepPart
  /// Which attempt it was, from 1.
  public var attempt: Int
  /// When it was about to be started, RFC 3339 in UTC.
  public var time: String
  /// What was run, as it was shown.
  public var command: String
  /// The host it ran on; nothing for the operator's machine.
  public var host: String?
  /// How it ended; nothing where nobody saw it end.
  public var outcome: ScriptOutcome?

  /// How it ended, in a phrase.
  public var result: String { outcome?.description ?? "nobody saw it end" }
}
