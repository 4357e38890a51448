import Diagnostics

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A YAML or JSON file that somebody else wrote, read whole.
///
/// What could bring a program down is refused with its line: text that is no UTF-8 or UTF-16, files and documents that are
/// too large, nesting that is too deep, aliases that expand to too much, keys that stand twice.
public struct SourceFile: Sendable {
  /// What a file may cost.
  public struct Limits: Sendable {
    /// The most bytes of a file; 16 MiB unless said otherwise.
    public var bytes = 16 << 20
    /// The most nodes of a file, with its aliases expanded; a million unless said otherwise.
    public var nodes = 1_000_000
    /// The deepest nesting; 100 unless said otherwise.
    public var depth = 100

    /// The limits that fit what people write.
    public init() {}
  }

  /// The path that stands in places: as the person wrote it.
  public let path: String
  /// Its documents in order, those that hold nothing left out.
  public let documents: [SourceNode]
  /// How many leaves its documents have together.
  public let leafCount: Int

  /// Reads a file from the disk.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - limits: What it may cost.
  /// - Returns: Its documents.
  /// - Throws: ``SourceFailure``.
  public static func read(_ path: String, limits: Limits = Limits()) throws(SourceFailure) -> SourceFile {
    guard let bytes = FileManager.default.contents(atPath: path) else {
      throw SourceFailure(SourceRules.unreadable(path))
    }
    return try SourceFile(path, bytes: Array(bytes), limits: limits)
  }

  /// Reads documents out of bytes.
  ///
  /// - Parameters:
  ///   - path: What places call the file.
  ///   - bytes: UTF-8, or UTF-16 with a byte order mark.
  ///   - limits: What it may cost.
  /// - Throws: ``SourceFailure``.
  public init(_ path: String, bytes: [UInt8], limits: Limits = Limits()) throws(SourceFailure) {
    let text = try SourceText.decode(bytes, of: path, limit: limits.bytes)
    var reader = YAMLReader(path: path, limits: limits)
    self.documents = try reader.documents(of: path.hasSuffix(".json") ? SourceText.withoutSurrogates(text) : text)
    self.path = path
    self.leafCount = reader.leafCount
  }

  /// Reads documents out of text.
  ///
  /// - Parameters:
  ///   - path: What places call the file.
  ///   - text: The text.
  /// - Throws: ``SourceFailure``.
  public init(_ path: String, text: String) throws(SourceFailure) {
    try self.init(path, bytes: Array(text.utf8))
  }
}

/// Why a file was not read.
public struct SourceFailure: Error {
  /// The reason, with its place.
  public let diagnostic: Diagnostic

  init(_ diagnostic: Diagnostic) {
    self.diagnostic = diagnostic
  }
}
