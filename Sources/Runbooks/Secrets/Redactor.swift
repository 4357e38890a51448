/// Takes secrets out of a stream of bytes, also where a read cuts one in two.
///
/// A secret's value, and each line of a value of several lines that has eight bytes or more, becomes `[NAME]`. Bytes are
/// held back only while they could be the beginning of a secret.
struct Redactor {
  /// The shortest value that can be told from ordinary output.
  static let shortest = 4

  private struct Needle {
    var bytes: [UInt8]
    var replacement: [UInt8]
  }

  private let needles: [Needle]
  private var held: [UInt8] = []

  /// Takes the secrets' values by the names of their variables.
  init(_ secrets: [String: String]) {
    var needles: [Needle] = []
    for (name, value) in secrets.sorted(by: { $0.key < $1.key }) {
      let lines = value.split(separator: "\n").filter { $0.utf8.count >= 8 }.map { Array($0.utf8) }
      for bytes in [Array(value.utf8)] + lines where bytes.count >= Self.shortest {
        needles.append(Needle(bytes: bytes, replacement: Array("[\(name)]".utf8)))
      }
    }
    // The longest first, so that a secret within another does not leave the rest of it behind.
    self.needles = needles.sorted { $0.bytes.count > $1.bytes.count }
  }

  /// Takes the next bytes, and gives those that are safe to show.
  mutating func pass(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    guard !needles.isEmpty else { return Array(bytes) }
    held += bytes
    return release(atEnd: false)
  }

  /// Gives what was held back, at the end of the stream.
  mutating func finish() -> [UInt8] { release(atEnd: true) }

  /// A text without the secrets.
  func redact(_ text: String) -> String {
    var copy = self
    copy.held = []
    let bytes = copy.pass(Array(text.utf8)) + copy.finish()
    return String(decoding: bytes, as: UTF8.self)
  }

  private mutating func release(atEnd: Bool) -> [UInt8] {
    var safe: [UInt8] = []
    safe.reserveCapacity(held.count)
    var position = 0
    scanning: while position < held.count {
      let rest = held[position...]
      for needle in needles where rest.first == needle.bytes.first {
        if rest.starts(with: needle.bytes) {
          safe += needle.replacement
          position += needle.bytes.count
          continue scanning
        }
        if !atEnd, rest.count < needle.bytes.count, needle.bytes.starts(with: rest) { break scanning }
      }
      safe.append(held[position])
      position += 1
    }
    held.removeFirst(position)
    return safe
  }
}
