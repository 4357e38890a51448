import Diagnostics

/// Diagnostics as callouts: rule, message, place, ways out.
enum FindingBlocks {
  static func list(_ diagnostics: [Diagnostic]) -> [Block] {
    diagnostics.map(block)
  }

  private static func block(_ diagnostic: Diagnostic) -> Block {
    var head: Prose = [
      .severity(diagnostic.severity, name(diagnostic.severity)), .text(" "),
      .page(ThingID(PageKind.diagnostic.id, diagnostic.code), diagnostic.code), .text(" "),
      .strong([.text(diagnostic.message)]),
    ]
    if let subject = diagnostic.subject { head += [.quiet(" about "), .page(subject, nil)] }
    var blocks: [Block] = [.paragraph(head)]
    if let explanation = diagnostic.explanation { blocks.append(.paragraph([.text(explanation)])) }
    for note in diagnostic.notes {
      let place = note.location.map { " (\($0))" } ?? ""
      blocks.append(.paragraph([.text(note.text), .quiet(place)]))
    }
    if !diagnostic.solutions.isEmpty {
      blocks.append(.list(start: nil, diagnostic.solutions.map { .init(done: nil, blocks: [.paragraph([.text($0)])]) }))
    }
    if let location = diagnostic.location { blocks.append(.paragraph([.code(location.description)])) }
    return .callout(diagnostic.severity, blocks)
  }

  static func name(_ severity: Severity) -> String {
    severity.rawValue.prefix(1).uppercased() + severity.rawValue.dropFirst()
  }
}
