import Diagnostics

/// One page before it is HTML.
///
/// What it links to are things, never addresses: a link to nothing is found, not shipped.
struct Page: Sendable {
  var id: ThingID
  var kind: PageKind
  var title: String
  /// What the navigation calls it; its title unless said otherwise.
  var shortTitle: String?
  var summary: Prose
  /// Where a person wrote what the page is about.
  var declared: SourceLocation?
  var facts: [PageFact] = []
  var sections: [Section] = []
  /// Other names that people search for: addresses, host names, symptoms.
  var aliases: [String] = []
  /// Whether the content takes the whole width, as files and large tables want.
  var isWide = false
  /// Whether the search finds it; overviews are in the navigation.
  var isSearched = true
}

/// A part of a page with a heading that can be linked to.
struct Section: Sendable {
  var id: String
  var title: String
  var blocks: [Block]
  /// Whether the search looks into it; what only repeats other pages would hide them.
  var isSearched = true

  init(_ id: String, _ title: String, _ blocks: [Block]) {
    self.id = id
    self.title = title
    self.blocks = blocks
  }
}

/// A thing worth knowing, with the name people read and one value or more.
struct PageFact: Sendable {
  var label: String
  var values: [Prose]

  init(_ label: String, _ values: Prose...) {
    self.label = label
    self.values = values
  }

  init(_ label: String, values: [Prose]) {
    self.label = label
    self.values = values
  }
}
