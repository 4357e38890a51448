import Diagnostics

/// Writes text line by line, each line under the origin that is current, at the indentation that is current.
///
/// It escapes nothing: it is what the printers of this module are made of, and a way to write formats that need no escaping.
public struct TextWriter: Sendable {
  /// What was written so far.
  public private(set) var printed = PrintedText()
  /// Where the lines that are written now come from.
  public var origin: SourceLocation?
  /// What else the lines that are written now depend on.
  public var others: [SourceLocation] = []
  /// What one step of indentation is worth, in spaces.
  public let indentWidth: Int
  private var indentation = 0

  /// Starts with nothing written.
  ///
  /// - Parameters:
  ///   - origin: Where the lines come from.
  ///   - indentWidth: Spaces per step of indentation.
  public init(origin: SourceLocation? = nil, indentWidth: Int = 2) {
    self.origin = origin
    self.indentWidth = max(0, indentWidth)
  }

  /// Writes one line at the current indentation; an empty one stays empty, text with line breaks becomes several.
  public mutating func line(_ text: String = "") {
    guard text.utf8.contains(Ascii.newline) else {
      if !text.isEmpty { put(spaces: indentation) }
      put(text)
      endLine(origin, and: others)
      return
    }
    for part in text.utf8.split(separator: Ascii.newline, omittingEmptySubsequences: false) {
      if !part.isEmpty { put(spaces: indentation) }
      put(utf8: part)
      endLine(origin, and: others)
    }
  }

  /// Adds lines that were printed elsewhere, with their own origins; where they have none, the current one.
  public mutating func append(_ text: PrintedText) {
    let first = printed.origins.count
    printed.append(text)
    guard origin != nil else { return }
    for line in first..<printed.origins.count where printed.origins[line] == nil { printed.origins[line] = origin }
  }

  /// Writes everything in the closure as coming from one place.
  ///
  /// - Parameters:
  ///   - place: The place; nil keeps the current one, and what else the lines depend on.
  ///   - others: What else the lines depend on.
  ///   - write: What to write.
  public mutating func from(
    _ place: SourceLocation?, and others: [SourceLocation] = [], _ write: (inout TextWriter) throws -> Void
  ) rethrows {
    let outer = (origin, self.others)
    if place != nil { self.others = [] }
    origin = place ?? origin
    self.others += others
    defer { (origin, self.others) = outer }
    try write(&self)
  }

  /// Writes everything in the closure one step further to the right.
  public mutating func indented(_ write: (inout TextWriter) throws -> Void) rethrows {
    indentation += indentWidth
    defer { indentation -= indentWidth }
    try write(&self)
  }

  // The printers' own way of writing: piece by piece.

  mutating func put(_ text: some StringProtocol) {
    printed.bytes.append(contentsOf: text.utf8)
  }

  mutating func put(utf8 bytes: Substring.UTF8View) {
    printed.bytes.append(contentsOf: bytes)
  }

  mutating func put(_ byte: UInt8) {
    printed.bytes.append(byte)
  }

  mutating func put(spaces count: Int) {
    printed.bytes.append(contentsOf: repeatElement(Ascii.space, count: count))
  }

  mutating func put(hex value: UInt32, digits: Int) {
    for shift in (0..<digits).reversed() {
      put(Ascii.hexDigits[Int(value >> UInt32(shift * 4)) & 0xF])
    }
  }

  mutating func startLine() {
    put(spaces: indentation)
  }

  mutating func endLine(_ place: SourceLocation?, and others: [SourceLocation] = []) {
    if !others.isEmpty { printed.furtherOrigins[printed.origins.count] = others }
    printed.bytes.append(Ascii.newline)
    printed.origins.append(place)
  }

  mutating func endLine(_ origin: LineOrigin) { endLine(origin.place, and: origin.others) }
}
