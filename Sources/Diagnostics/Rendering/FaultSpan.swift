/// Finds the text at fault in the statement that a diagnostic points at, so that it can be underlined.
///
/// A message names what is at fault first, as it was written. The first of its words that stands exactly once in the
/// statement is taken: what a fix replaces, what stands in quotes, what holds a digit or a slash.
enum FaultSpan {
  /// The stretch of source at fault, or nil where no word of the message points at one.
  static func find(_ diagnostic: Diagnostic, in source: SourceText) -> SourceText.Span? {
    guard let place = diagnostic.location else { return nil }
    let fixes = diagnostic.fixes.filter { $0.location?.file == place.file }
    for fix in fixes {
      let spans = source.spans(of: fix.text, from: fix.location?.line ?? place.line)
      if spans.count == 1 { return spans[0] }
    }
    return find(diagnostic.message, at: place, in: source)
  }

  /// The stretch that a phrase names in the statement at a place.
  static func find(_ phrase: String, at place: SourceLocation, in source: SourceText) -> SourceText.Span? {
    for word in words(of: phrase) {
      let spans = source.spans(of: word, from: place.line)
      if spans.count == 1 { return spans[0] }
    }
    return nil
  }

  /// The words of a message that can have been written in the source, in order.
  static func words(of message: String) -> [String] {
    let parts = message.split(separator: "'", omittingEmptySubsequences: false)
    return parts.enumerated().flatMap { number, part -> [String] in
      if !number.isMultiple(of: 2) { return part.isEmpty ? [] : ["\"\(part)\"", String(part)] }
      return part.split { " (),;?".contains($0) }.map { $0.last == ":" || $0.last == "." ? $0.dropLast() : $0 }
        .filter { $0.contains { $0.isNumber || $0 == "/" } }.map(String.init)
    }
  }
}
