/// A file that is copied between this machine and a host.
public struct FileCopy<Text: Sendable & Hashable>: Sendable, Hashable {
  /// Which way it goes.
  public var direction: CopyDirection
  /// The file that is copied.
  public var source: Text
  /// Where it goes: a file's path, never a folder's.
  public var destination: Text
  /// The permissions it gets, in octal, such as `0600`.
  public var mode: String

  /// Describes a copy; the file appears whole under its name, or not at all.
  ///
  /// - Parameters:
  ///   - direction: Which way it goes.
  ///   - source: The file that is copied.
  ///   - destination: Where it goes.
  ///   - mode: The permissions it gets, in octal.
  public init(_ direction: CopyDirection, from source: Text, to destination: Text, mode: String = "0600") {
    self.direction = direction
    self.source = source
    self.destination = destination
    self.mode = mode
  }
}

extension FileCopy: Codable where Text: Codable {}
