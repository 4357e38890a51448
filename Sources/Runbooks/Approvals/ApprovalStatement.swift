import Hashing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What a person who approves signs: which request, and what there is to say to it.
public struct ApprovalStatement: Sendable, Hashable, Codable {
  /// The namespace of the signatures, so that one made for anything else is none.
  public static let namespace = "rackbook-approval"
  /// The end of the name of a statement's file; its signature has `.sig` behind it.
  public static let fileEnd = ".approval"
  /// The most bytes a comment may have.
  public static let longestComment = 1_024

  /// The SHA-256 of the request's file.
  public var request: String
  /// What the person says to it.
  public var comment: String

  /// Approves a request.
  ///
  /// - Parameters:
  ///   - request: The request.
  ///   - comment: What the person says to it; control characters are left out.
  public init(to request: ApprovalRequest, comment: String) {
    self.request = request.hash
    self.comment = Self.harmless(comment)
  }

  /// The bytes of its file.
  public var bytes: [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(self) else { preconditionFailure("a statement holds only strings") }
    return Array(data) + [UInt8(ascii: "\n")]
  }

  /// Reads a statement's bytes; nothing if they are none.
  init?(bytes: [UInt8]) {
    guard let statement = try? JSONDecoder().decode(ApprovalStatement.self, from: Data(bytes)) else { return nil }
    request = statement.request
    comment = Self.harmless(statement.comment)
  }

  private static func harmless(_ comment: String) -> String {
    var shown = String.UnicodeScalarView()
    for scalar in comment.unicodeScalars.prefix(longestComment) where !Name.isControl(scalar) { shown.append(scalar) }
    return String(shown)
  }
}
