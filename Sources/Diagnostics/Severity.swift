/// How much a diagnostic matters: an error stops a build before anything is written, the others never do.
public enum Severity: String, Sendable, Hashable, Comparable, Codable, CaseIterable {
  /// Something that would not work, or not survive: nothing is written.
  case error
  /// Something that works today and will hurt later.
  case warning
  /// Something worth knowing.
  case note

  private var rank: Int {
    switch self {
    case .error: 0
    case .warning: 1
    case .note: 2
    }
  }

  /// Orders the most severe first.
  public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }
}
