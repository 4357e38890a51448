import Diagnostics
import Documents

/// One view of a lab: a graph, with what a page needs to show and explain it.
public struct Diagram: Sendable {
  /// What a kind of thing or of line in the diagram means.
  public struct LegendEntry: Sendable, Hashable {
    /// The class that nodes or edges of this kind have: `kind-vm`, `stored-on`.
    public var cssClass: String
    /// What it means, in a word or two.
    public var label: String
    /// A small picture of it; a graph of its own, without a name for readers.
    let sample: String

    /// The picture of it as an `svg` element.
    public func svg() throws -> String {
      try InlineSVG.make(from: Graphviz.render(sample).svg, title: label)
    }
  }

  /// One line between two things.
  public struct Link: Sendable, Hashable {
    /// Where it begins.
    public var from: ThingID
    /// What the one has to do with the other: `needs`, `stored on`.
    public var words: String
    /// Where it ends.
    public var to: ThingID
  }

  /// Its name in addresses: `network`, `physical`, `dependencies`, `dependencies-namespace-media`.
  public let id: String
  /// What it shows.
  public let title: String
  /// How it is to be read, in one sentence.
  public let summary: String
  /// Everything in it, in the order in which it was drawn: what a list beside the diagram shows.
  public let things: [ThingID]
  /// Every line in it: what a table beside the diagram shows.
  public let links: [Link]
  /// What its shapes and lines mean.
  public let legend: [LegendEntry]
  /// The graph in Graphviz' language.
  public let dot: PrintedText

  /// Lays the graph out and draws it, ready to stand in a page; the same every time.
  ///
  /// - Returns: An `svg` element. Nodes and clusters have the classes `kind-...` and identities that begin with ``id``;
  ///   edges have the classes `from-...` and `to-...` with the identities of their ends.
  /// - Throws: ``Graphviz/Failure``.
  public func svg() throws -> String {
    try InlineSVG.make(from: Graphviz.render(dot.text).svg, title: title)
  }
}
