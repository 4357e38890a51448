/// A block of Markdown as a value: what stays of cmark-gfm's syntax tree once the text is read.
///
/// Raw HTML of the source is not kept. Texts are as written and still to be escaped by whoever prints them.
public indirect enum MarkdownBlock: Sendable, Hashable {
  /// One column's alignment in a table.
  public enum Alignment: Sendable, Hashable {
    /// Nothing was said.
    case unset
    /// To the left.
    case left
    /// In the middle.
    case center
    /// To the right.
    case right
  }

  /// An item of a list; `done` is set for the items of a task list.
  public struct Item: Sendable, Hashable {
    /// Whether the box of a task list is ticked; nothing in an ordinary list.
    public var done: Bool?
    /// What the item holds.
    public var blocks: [MarkdownBlock]

    /// Makes an item.
    public init(done: Bool? = nil, blocks: [MarkdownBlock]) {
      self.done = done
      self.blocks = blocks
    }
  }

  /// A paragraph.
  case paragraph([MarkdownInline])
  /// A heading, level 1 to 6.
  case heading(level: Int, content: [MarkdownInline])
  /// A block quote.
  case quote([MarkdownBlock])
  /// A list; an ordered one has the number it starts with.
  case list(start: Int?, items: [Item])
  /// Example code that is shown and never run.
  case code(language: String, text: String)
  /// A table; every row has as many cells as the header.
  case table(alignments: [Alignment], header: [[MarkdownInline]], rows: [[[MarkdownInline]]])
  /// A line across the page.
  case rule
  /// The place of a step, by its id.
  case step(String)
  /// The place of a fence that belongs to a step or to the steady state, such as a check, by that one's id.
  case companion(String)
}
