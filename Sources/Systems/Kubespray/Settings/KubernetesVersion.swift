/// A version of Kubernetes, always `1.<minor>.<patch>`.
public struct KubernetesVersion: Sendable, Hashable, CustomStringConvertible {
  /// The minor version, as in 1.35.
  public let minor: Int
  /// The patch version.
  public let patch: Int

  /// The version 1.minor.patch.
  public init(_ minor: Int, _ patch: Int) {
    self.minor = minor
    self.patch = patch
  }

  /// Reads `1.35.4`; a leading `v`, a missing part or anything else gives nil.
  public init?(_ text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0] == "1", let minor = Self.number(parts[1]), let patch = Self.number(parts[2])
    else { return nil }
    self.init(minor, patch)
  }

  private static func number(_ text: Substring) -> Int? {
    guard text.utf8.allSatisfy({ (48...57).contains($0) }), text == "0" || text.first != "0" else { return nil }
    return Int(text)
  }

  /// As kubespray wants it: without a leading `v`.
  public var description: String { "1.\(minor).\(patch)" }
}
