import Diagnostics

/// A piece of a line of text.
indirect enum Inline: Sendable, Hashable {
  case text(String)
  /// Something typed or read on a screen: an address, a command, a path.
  case code(String)
  case strong(Prose)
  case emphasis(Prose)
  case strikethrough(Prose)
  /// Less important than what stands around it.
  case quiet(String)
  /// A link to the page of a thing, with its icon; nil shows the thing's title.
  case page(ThingID, String?)
  /// A link to a step of the same page, by its id.
  case step(String, String)
  /// A link out of the portal.
  case link(String, Prose)
  case severity(Severity, String)
  /// A day, `2027-03-01`, after which something is late; the page's script says so, since a file knows no today.
  case due(String)
  case kind(PageKind)
  case lineBreak
}

/// A line of text.
typealias Prose = [Inline]

extension [Inline] {
  /// The text without its marks, as search and titles use it.
  var plain: String {
    map { inline in
      switch inline {
      case .text(let text), .code(let text), .quiet(let text), .severity(_, let text), .due(let text),
        .step(_, let text):
        text
      case .strong(let prose), .emphasis(let prose), .strikethrough(let prose), .link(_, let prose): prose.plain
      case .page(let id, let label): label ?? id.name
      case .kind(let kind): kind.label
      case .lineBreak: " "
      }
    }.joined()
  }
}
