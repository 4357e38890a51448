/// Decides which of the fixes that diagnostics offer can be applied, and applies them to the texts of files.
///
/// A fix is applied where it is the only one of its diagnostic, its text stands exactly once in its statement, and no
/// fix before it has changed that stretch. Everything else is left alone, with the reason.
public struct FixPlan: Sendable {
  /// A fix that was applied.
  public struct Applied: Sendable, Hashable {
    /// The fix.
    public var fix: Fix
    /// The line that was changed.
    public var location: SourceLocation
    /// The line as it was.
    public var before: String
    /// The line as it is now.
    public var after: String
  }

  /// A fix that was left alone.
  public struct Refused: Sendable, Hashable {
    /// The fix.
    public var fix: Fix
    /// Why, as a phrase without a full stop.
    public var reason: String
  }

  /// The fixes that were applied, in order.
  public private(set) var applied: [Applied] = []
  /// The fixes that were left alone, in order.
  public private(set) var refused: [Refused] = []
  /// The files that changed, by the names that places give them, with their new text.
  public private(set) var changed: [String: SourceText] = [:]
  private var done: Set<SourceLocation> = []

  /// Applies the fixes of diagnostics to texts; nothing is written.
  ///
  /// - Parameters:
  ///   - diagnostics: The diagnostics, in order.
  ///   - source: Gives the text of a file, by the name that places give it.
  public init(_ diagnostics: [Diagnostic], source: (String) -> SourceText?) {
    var seen: Set<Fix> = []
    for diagnostic in diagnostics {
      guard diagnostic.fixes.count == 1 else {
        refused += diagnostic.fixes.map { Refused(fix: $0, reason: "there is another way out: choose one by hand") }
        continue
      }
      for fix in diagnostic.fixes where seen.insert(fix).inserted { apply(fix, source: source) }
    }
  }

  /// Applies fixes one by one, whatever diagnostics they are from.
  init(_ fixes: [Fix], source: (String) -> SourceText?) {
    for fix in fixes { apply(fix, source: source) }
  }

  private mutating func apply(_ fix: Fix, source: (String) -> SourceText?) {
    func refuse(_ reason: String) { refused.append(Refused(fix: fix, reason: reason)) }
    guard !(fix.text + fix.replacement).unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
    else { return refuse("it is no text of one line") }
    guard let place = fix.location, let text = changed[place.file] ?? source(place.file) else {
      return refuse("its file is not at hand")
    }
    let spans = text.spans(of: fix.text, from: place.line)
    guard let span = spans.first, spans.count == 1 else {
      return refuse("\(fix.text) stands \(spans.isEmpty ? "nowhere" : "\(spans.count) times") at \(place)")
    }
    let location = SourceLocation(place.file, span.line)
    guard done.insert(location).inserted else { return refuse("another fix has changed \(location)") }
    let new = text.replacing(span, by: fix.replacement)
    changed[place.file] = new
    applied.append(
      Applied(fix: fix, location: location, before: text[span.line] ?? "", after: new[span.line] ?? ""))
  }
}
