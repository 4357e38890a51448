/// A release of kubespray, and what it can install.
///
/// Source of every number: the release's own `requirements.txt` and `checksums.yml`, read at the commit named here.
public struct KubesprayRelease: Sendable, Hashable, CustomStringConvertible {
  /// The release without a leading `v`: `2.31.0`.
  public let version: String
  /// The commit that the release's tag names; the deploy runbook refuses another.
  public let commit: String
  /// The Python packages that it demands, each pinned, `ansible` first.
  public let requirements: [String]
  /// The newest patch version of each Kubernetes minor version that it knows, newest minor first.
  ///
  /// Every patch version from 0 on is in the release's list of checksums.
  public let newestPatches: [KubernetesVersion]

  /// The releases that Rackbook has read, newest first.
  public static let known: [KubesprayRelease] = [
    KubesprayRelease(
      version: "2.31.0", commit: "1c9add48975060f45396b34d8e022c30d7f80dab",
      requirements: ["ansible==11.13.0", "cryptography==46.0.7", "jmespath==1.1.0", "netaddr==1.3.0"],
      newestPatches: [.init(35, 4), .init(34, 7), .init(33, 11)]),
    KubesprayRelease(
      version: "2.30.0", commit: "f4ccdb5e72395eaf9f3444056ebd1a6625ddb89a",
      requirements: ["ansible==10.7.0", "cryptography==46.0.3", "jmespath==1.1.0", "netaddr==1.3.0"],
      newestPatches: [.init(34, 3), .init(33, 7), .init(32, 11)]),
    KubesprayRelease(
      version: "2.29.1", commit: "0c6a29553f90c55cba5e0e359470321dc7cf7d29",
      requirements: ["ansible==10.7.0", "cryptography==46.0.2", "jmespath==1.0.1", "netaddr==1.3.0"],
      newestPatches: [.init(33, 7), .init(32, 10), .init(31, 14)]),
    KubesprayRelease(
      version: "2.28.1", commit: "a20891ab67136f8c92ccad3fad9ad11fc71363d0",
      requirements: ["ansible==9.13.0", "cryptography==45.0.2", "jmespath==1.0.1", "netaddr==1.3.0"],
      newestPatches: [.init(32, 8), .init(31, 12), .init(30, 14)]),
  ]

  /// The release of a version, or nil where Rackbook has not read it.
  public init?(_ version: String) {
    guard let release = Self.known.first(where: { $0.version == version }) else { return nil }
    self = release
  }

  private init(version: String, commit: String, requirements: [String], newestPatches: [KubernetesVersion]) {
    self.version = version
    self.commit = commit
    self.requirements = requirements
    self.newestPatches = newestPatches
  }

  /// Whether it can install a version of Kubernetes.
  public func installs(_ kubernetes: KubernetesVersion) -> Bool {
    newestPatches.contains { $0.minor == kubernetes.minor && kubernetes.patch <= $0.patch }
  }

  /// The versions it installs, in words: `1.35.0 to 1.35.4, 1.34.0 to 1.34.7, 1.33.0 to 1.33.11`.
  public var description: String {
    newestPatches.map { "1.\($0.minor).0 to \($0)" }.joined(separator: ", ")
  }
}
