/// What the search knows of one page.
struct SearchEntry: Sendable {
  /// A heading one can jump to.
  struct Heading: Sendable {
    var text: String
    var anchor: String
  }

  /// The page's kind, as in ``PageKind/id``.
  var kind: String
  var title: String
  var path: String
  var summary: String
  /// Other names that people know it by: addresses, host names, symptoms.
  var aliases: [String]
  var headings: [Heading]
  /// Everything else that stands on the page.
  var body: [String]
}
