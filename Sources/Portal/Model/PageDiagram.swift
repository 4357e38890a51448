/// A diagram on a page: the drawing, what its shapes mean, and the same as a table.
struct PageDiagram: Sendable {
  /// A shape or line of the drawing and its meaning; the sample is a drawing too.
  struct LegendEntry: Sendable {
    var sample: String
    var label: String
  }

  var caption: String
  /// The drawing as SVG, made by Diagrams.
  var svg: String
  var legend: [LegendEntry]
  var table: Table
}
