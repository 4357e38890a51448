/// A piece of running text in Markdown.
public indirect enum MarkdownInline: Sendable, Hashable {
  /// Plain characters, not escaped.
  case text(String)
  /// A code span.
  case code(String)
  /// Stressed text.
  case emphasis([MarkdownInline])
  /// Strongly stressed text.
  case strong([MarkdownInline])
  /// Text struck through.
  case strikethrough([MarkdownInline])
  /// A link; the address is as written.
  case link(address: String, title: String, content: [MarkdownInline])
  /// An image; the address is as written.
  case image(address: String, title: String, description: [MarkdownInline])
  /// The end of a source line inside a paragraph.
  case softBreak
  /// A line break the author asked for.
  case lineBreak
}
