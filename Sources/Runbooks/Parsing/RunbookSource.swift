import Diagnostics

/// The lines of a runbook's file, once they are known to be text.
struct RunbookSource {
  /// Where it came from.
  let file: String
  /// Its lines, without their ends.
  let lines: [String]

  /// The most bytes a runbook may have.
  static let largest = 1 << 20
  /// The most bytes a line may have; cmark takes quadratic time for a line of nothing but list marks.
  static let longestLine = 4_000

  /// Reads bytes, reporting what is not plain text; nothing if there is no text to go on with.
  init?(_ bytes: [UInt8], file: String, reporting log: inout DiagnosticLog) {
    self.file = file
    guard bytes.count <= Self.largest else {
      log.add(RunbookRules.readable.diagnostic(at: SourceLocation(file, 1), "the file is larger than one mebibyte"))
      return nil
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      let line = Self.firstInvalidLine(bytes)
      log.add(RunbookRules.readable.diagnostic(at: SourceLocation(file, line), "the line is not valid UTF-8"))
      return nil
    }
    var scalars = text.unicodeScalars[...]
    if scalars.first == "\u{FEFF}" { scalars = scalars.dropFirst() }
    lines = scalars.split(separator: "\n", omittingEmptySubsequences: false).map {
      String($0.last == "\r" ? $0.dropLast() : $0)
    }
    for (index, line) in lines.enumerated() {
      if line.utf8.count > Self.longestLine {
        log.add(
          RunbookRules.readable.diagnostic(
            at: SourceLocation(file, index + 1), "the line is longer than \(Self.longestLine) bytes"))
        return nil
      }
      guard let bad = line.unicodeScalars.first(where: Name.isControl) else { continue }
      log.add(
        RunbookRules.readable.diagnostic(
          at: SourceLocation(file, index + 1), "the line holds the control character \(Self.codePoint(bad))"))
    }
  }

  private static func firstInvalidLine(_ bytes: [UInt8]) -> Int {
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    return (lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? 0) + 1
  }

  private static func codePoint(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
