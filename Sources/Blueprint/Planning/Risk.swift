/// What a change can do to what runs, from nothing to the loss of data.
public enum Risk: String, Sendable, Hashable, CaseIterable, Comparable, Codable {
  /// Nobody notices.
  case none
  /// Something is started anew: a VM, a container, a daemon.
  case restart
  /// A service or an address is away until people have adapted, or for as long as the change takes.
  case downtime
  /// A thing is destroyed and made anew; it holds nothing that cannot be made again.
  case replacement
  /// Data can be lost: a disk or a volume goes, shrinks or is made anew, or copies are kept for a shorter time.
  case data

  private var rank: Int {
    switch self {
    case .none: 0
    case .restart: 1
    case .downtime: 2
    case .replacement: 3
    case .data: 4
    }
  }

  /// Orders the harmless first.
  public static func < (left: Risk, right: Risk) -> Bool { left.rank < right.rank }
}
