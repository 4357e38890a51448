import Hashing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// One line of a journal.
///
/// As JSON: `n` counts from 1, `at` is the time in UTC, `prev` is the SHA-256 of the bytes of the line before without its
/// line end (64 zeros in the first line), `event` is the event's name, beside which the event's own fields stand, and
/// `sum`, the last field, is the SHA-256 of the line's bytes before it.
public struct JournalRecord: Sendable, Hashable, Codable {
  /// Its number, from 1.
  public var number: Int
  /// When it was written, RFC 3339 in UTC with milliseconds.
  public var time: String
  /// The SHA-256 of the line before.
  public var previous: String
  /// What happened.
  public var event: JournalEvent

  /// What the first line has in the place of a line before.
  static let noPrevious = String(repeating: "0", count: 64)

  private enum Key: String, CodingKey {
    case number = "n"
    case time = "at"
    case previous = "prev"
    case event
  }

  init(number: Int, time: String, previous: String, event: JournalEvent) {
    self.number = number
    self.time = time
    self.previous = previous
    self.event = event
  }

  /// Reads a line.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: Key.self)
    number = try values.decode(Int.self, forKey: .number)
    time = try values.decode(String.self, forKey: .time)
    previous = try values.decode(String.self, forKey: .previous)
    let name = try values.decode(String.self, forKey: .event)
    guard let event = try JournalEvent(name: name, from: decoder) else {
      throw DecodingError.dataCorruptedError(forKey: .event, in: values, debugDescription: "unknown event '\(name)'")
    }
    self.event = event
  }

  /// Writes a line.
  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: Key.self)
    try values.encode(number, forKey: .number)
    try values.encode(time, forKey: .time)
    try values.encode(previous, forKey: .previous)
    try values.encode(event.name, forKey: .event)
    try event.payload.encode(to: encoder)
  }

  /// What closes a line: `,"sum":"<SHA-256 of the bytes before>"}`.
  ///
  /// The chain shows what happened to a line once another follows; the sum shows it in the last line too.
  private static func seal(_ bytes: some Collection<UInt8>) -> [UInt8] {
    Array(",\"sum\":\"\(SHA256.hex(of: bytes))\"}".utf8)
  }

  /// The line's bytes, without a line end.
  var line: [UInt8] {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      let open = try encoder.encode(self).dropLast()
      return Array(open) + Self.seal(open)
    }
  }

  /// Reads a line's bytes; nothing for a line that is no record, or not as it was written.
  init?(line: [UInt8]) {
    let open = line.dropLast(Self.seal([]).count)
    guard Self.seal(open).elementsEqual(line[open.endIndex...]),
      let record = try? JSONDecoder().decode(JournalRecord.self, from: Data(line))
    else { return nil }
    self = record
  }
}
