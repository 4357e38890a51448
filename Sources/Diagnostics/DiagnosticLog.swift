/// Collects diagnostics and gives each its place: checks name the subject, the log knows where that was declared.
public struct DiagnosticLog: Sendable {
  private var collected: [Diagnostic] = []
  /// Where each thing was declared.
  public var places: [ThingID: SourceLocation]

  /// Starts an empty log.
  ///
  /// - Parameter places: Where each thing was declared.
  public init(places: [ThingID: SourceLocation] = [:]) {
    self.places = places
  }

  /// Adds a diagnostic, placed at its subject's declaration unless it has a place of its own.
  public mutating func add(_ diagnostic: Diagnostic) {
    var placed = diagnostic
    placed.location = placed.location ?? placed.subject.flatMap { places[$0] }
    for index in placed.notes.indices where placed.notes[index].location == nil {
      placed.notes[index].location = placed.notes[index].subject.flatMap { places[$0] }
    }
    for index in placed.fixes.indices where placed.fixes[index].location == nil {
      placed.fixes[index].location = placed.location
    }
    collected.append(placed)
  }

  /// Adds several diagnostics.
  public mutating func add(contentsOf diagnostics: some Sequence<Diagnostic>) {
    for diagnostic in diagnostics { add(diagnostic) }
  }

  /// Puts another diagnostic in the place of each that was collected.
  public mutating func replace(_ replacement: (Diagnostic) -> Diagnostic) {
    collected = collected.map(replacement)
  }

  /// Everything collected, each once, ordered by place, severity, code and message: the same on every run.
  public var diagnostics: [Diagnostic] {
    let nowhere = SourceLocation("\u{10FFFF}", 0)
    var seen: Set<Diagnostic> = []
    // What is alike in all of these keeps the order it came in.
    return collected.filter { seen.insert($0).inserted }.enumerated().sorted { left, right in
      let (one, other) = (left.element, right.element)
      let before = (one.location ?? nowhere, one.severity, one.code, one.message)
      let after = (other.location ?? nowhere, other.severity, other.code, other.message)
      return before == after ? left.offset < right.offset : before < after
    }.map(\.element)
  }

  /// Whether anything collected is an error.
  public var hasErrors: Bool { collected.contains { $0.severity == .error } }
}
