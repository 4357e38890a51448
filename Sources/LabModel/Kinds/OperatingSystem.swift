/// An operating system and its release.
public struct OperatingSystem: Sendable, Hashable, CustomStringConvertible {
  /// The distribution in lower case, as `/etc/os-release` gives it in `ID`: `debian`, `ubuntu`.
  public var distribution: String
  /// The release, as `/etc/os-release` gives it in `VERSION_ID`: `24.04`.
  public var release: String

  /// Names a distribution and its release.
  public init(_ distribution: String, _ release: String) {
    self.distribution = distribution
    self.release = release
  }

  /// Ubuntu 24.04 LTS.
  public static let ubuntu2404 = OperatingSystem("ubuntu", "24.04")
  /// Debian 12.
  public static let debian12 = OperatingSystem("debian", "12")
  /// Debian 13.
  public static let debian13 = OperatingSystem("debian", "13")

  /// Both words, as in `ubuntu 24.04`.
  public var description: String { "\(distribution) \(release)" }
}
