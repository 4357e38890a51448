import Diagnostics

/// A diagram on a page: the drawing, what its shapes mean, and the same as a table.
struct PageDiagram: Sendable {
  var caption: String
  /// The drawing as SVG, made by Diagrams.
  var svg: String
  var kinds: [PageKind]
  var table: Table
}
