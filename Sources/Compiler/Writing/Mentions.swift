import Blueprint
import Diagnostics
import Documents
import LabLanguage
import LabModel

/// Finds the things of a lab that a line mentions, and notes them on the line for the source map.
///
/// An emitter gives a line the one place that it stands for, and names further ones where it shows their values. Addresses,
/// host names and versions of other things stand in lines of every format, most of which are text that was put together
/// from words: there the origin of a word could be carried only if every text of every emitter were a list of pieces. They
/// are told by their look instead, whatever tool the file is for.
///
/// - It never changes the place that a line stands for, and never takes a place away: it only adds further ones.
/// - Found is every address, host name and fact with two dots, every host name and node port of an exposed service, and
///   the name of every machine, storage, cluster and load balancer, where it stands as a word of its own.
/// - Not found are values that do not look like anything, such as sizes, ports and counts: those an emitter must name. Nor
///   are values that more than six things share, because they say nothing of any of them.
/// - A line may be said to depend on a thing that has nothing to do with it: where a word or a number happens to be the
///   same, such as a port 30080 of a container and the node port 30080 of a service. Names of services do not count for
///   that reason: one may well be called `data`.
struct Mentions {
  private var places: [Word: [SourceLocation]] = [:]
  /// Numbers that are told only where a person wrote the text around them.
  private var inRunbooks: [Word: [SourceLocation]] = [:]
  /// Whether some word has this end of a digest: nearly all words of a file are none of these, and a look into an array
  /// is cheaper than one into a dictionary.
  private var mayBeKnown: [Bool] = []
  private static let named: Set<String> = ["vm", "host", "cluster", "load-balancer", "nas", "vip", "router"]
  /// What more things have in common says nothing of any of them.
  private static let most = 6

  /// A word as a digest of its bytes, so that files are looked through without copies; dots and hyphens at its end are
  /// punctuation.
  private struct Word: Hashable {
    private(set) var digest: UInt64 = 0xCBF2_9CE4_8422_2325
    private(set) var length = 0
    private(set) var dots = 0

    mutating func append(_ byte: UInt8) {
      digest = (digest ^ UInt64(byte)) &* 0x100_0000_01B3
      length += 1
      if byte == UInt8(ascii: ".") { dots += 1 }
    }

    /// The end of the digest, as many values as ``ends``.
    var end: Int { Int(truncatingIfNeeded: digest) & (Self.ends - 1) }
    static let ends = 1 << 16
  }

  /// Gathers what can be mentioned.
  init(of lab: ResolvedLab) {
    for thing in lab.things {
      if Self.named.contains(thing.id.kind) { add(thing.id.name, of: thing.declared, dots: 0) }
      for address in thing.addresses { add(address.text, of: thing.declared, dots: 2) }
      for fact in thing.facts { add(fact.value, of: thing.declared, dots: 2) }
    }
    for exposure in lab.all(Service.self).flatMap(\.exposures) {
      add(exposure.host, of: exposure.declared, dots: 1)
      // No other number of a lab looks like it: 30000 to 32767.
      add("\(exposure.nodePort)", of: exposure.declared, dots: 0)
    }
    for machine in lab.all(VM.self) {
      Self.add("\(machine.vmid)", of: machine.declared, dots: 0, to: &inRunbooks)
    }
    places = places.filter { $0.value.count <= Self.most }
    mayBeKnown = Array(repeating: false, count: Word.ends)
    for word in places.keys { mayBeKnown[word.end] = true }
    for word in inRunbooks.keys { mayBeKnown[word.end] = true }
  }

  /// Takes the words of a text that have so many dots at least.
  private mutating func add(_ text: String, of place: SourceLocation, dots: Int) {
    Self.add(text, of: place, dots: dots, to: &places)
  }

  private static func add(
    _ text: String, of place: SourceLocation, dots: Int, to places: inout [Word: [SourceLocation]]
  ) {
    words(of: Array(text.utf8)) { word, _ in
      guard word.dots >= dots else { return }
      // One more than counts is enough to know that there are too many.
      let known = places[word] ?? []
      if known.count <= most, !known.contains(place) { places[word] = known + [place] }
    }
  }

  /// A file whose lines know what they mention.
  func noted(_ artifact: Artifact) -> Artifact {
    var noted = artifact
    let isRunbook = artifact.path.hasPrefix("runbooks/")
    Self.words(of: artifact.text.bytes) { word, line in
      guard mayBeKnown[word.end] else { return }
      for place in places[word] ?? [] { noted.note(place, onLine: line) }
      if isRunbook { for place in inRunbooks[word] ?? [] { noted.note(place, onLine: line) } }
    }
    return noted
  }

  /// Every stretch of letters, digits, dots and hyphens that ends in a letter or digit, with its line, counted from 0.
  private static func words(of bytes: [UInt8], _ take: (Word, Int) -> Void) {
    var (word, whole, line, isEscaped) = (Word(), Word(), 0, false)
    for byte in bytes {
      switch byte {
      // What follows a backslash belongs to it, as the n of a line break in a JSON text.
      case _ where isEscaped && byte != UInt8(ascii: "\n"): isEscaped = false
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        word.append(byte)
        whole = word
      case UInt8(ascii: "."), UInt8(ascii: "-"): word.append(byte)
      default:
        if whole.length > 1 { take(whole, line) }
        (word, whole) = (Word(), Word())
        if byte == UInt8(ascii: "\n") { line += 1 }
        isEscaped = byte == UInt8(ascii: "\\")
      }
    }
    if whole.length > 1 { take(whole, line) }
  }
}
