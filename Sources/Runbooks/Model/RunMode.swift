/// Whether a run is in earnest.
public enum RunMode: String, Sendable, Hashable, Codable, CaseIterable {
  /// The thing itself.
  case real
  /// An exercise, which ends with the clean-up phase.
  case drill
}
