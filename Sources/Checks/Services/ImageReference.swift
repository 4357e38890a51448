import LabModel

/// The parts of a container image's name, as the OCI distribution grammar has them.
struct ImageReference {
  /// Registry and path.
  let name: String
  /// The tag, if one was written.
  let tag: String?
  /// The digest, if one was written.
  let digest: String?

  /// Takes a name apart; what is none gives nil.
  init?(_ text: String) {
    let atSplit = text.split(separator: "@", omittingEmptySubsequences: false)
    guard let tagged = atSplit.first, atSplit.count <= 2 else { return nil }
    digest = atSplit.count == 2 ? String(atSplit[1]) : nil
    // A colon before the last slash belongs to the registry's port.
    let lastPart = tagged.split(separator: "/", omittingEmptySubsequences: false).last ?? tagged
    let colon = lastPart.firstIndex(of: ":")
    name = String(colon.map { tagged[..<$0] } ?? tagged)
    tag = colon.map { String(tagged[tagged.index(after: $0)...]) }
    guard Self.isPath(name), tag.map(Self.isTag) ?? true, digest.map(Self.isDigest) ?? true else { return nil }
  }

  private static func isPath(_ text: String) -> Bool {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    return parts.enumerated().allSatisfy { index, part in
      let isRegistry = index == 0 && parts.count > 1
      return !part.isEmpty && isAlphanumeric(part.utf8.first) && isAlphanumeric(part.utf8.reversed().first)
        && part.utf8.allSatisfy {
          isAlphanumeric($0) || "._-".utf8.contains($0) || isRegistry && $0 == UInt8(ascii: ":")
        }
        && (isRegistry || part.lowercased() == part)
    }
  }

  private static func isTag(_ text: String) -> Bool {
    (1...128).contains(text.utf8.count) && text.utf8.allSatisfy { isAlphanumeric($0) || "._-".utf8.contains($0) }
      && !text.hasPrefix(".") && !text.hasPrefix("-")
  }

  private static func isDigest(_ text: String) -> Bool {
    guard text.hasPrefix("sha256:") else { return false }
    let digits = text.utf8.dropFirst(7)
    return digits.count == 64 && digits.allSatisfy { "0123456789abcdef".utf8.contains($0) }
  }

  private static func isAlphanumeric(_ byte: UInt8?) -> Bool {
    guard let byte else { return false }
    return switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: false
    }
  }
}
