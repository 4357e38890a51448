/// When a step has its turn.
public enum StepPhase: String, Sendable, Hashable, Codable {
  /// In order.
  case main
  /// After everything else, also after a failure; never left out.
  case cleanUp
}
