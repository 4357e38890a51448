/// Whether a run is meant.
public enum RunMode: String, Sendable, Hashable, Codable {
  /// The real thing.
  case real
  /// An exercise: steps marked for real runs are left out, and the clean-up is always carried out.
  case drill
}
