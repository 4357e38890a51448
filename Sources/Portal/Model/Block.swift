import Diagnostics

/// A piece of a page.
indirect enum Block: Sendable {
  case paragraph(Prose)
  case heading(level: Int, Prose)
  case list(start: Int?, [ListItem])
  case quote([Block])
  case rule
  case facts([PageFact])
  case table(Table)
  case relations([RelationList])
  case cards([Card])
  /// A number and a kind each.
  case tally([Card])
  case links([Prose])
  case code(String)
  /// Source text of an example, which searches leave out, with the lines (from 0) that make the difference.
  case example(String, marked: Set<Int>)
  case callout(Severity?, [Block])
  case symptoms([Prose])
  case steps([StepBlock])
  case diagram(PageDiagram)
  case listing(Listing)

  /// An item of a list; `done` is its tick box, where it has one.
  struct ListItem: Sendable {
    var done: Bool?
    var blocks: [Block]
  }

  /// Things under one heading, such as "needed by".
  struct RelationList: Sendable {
    var title: String
    var things: [ThingID]
    /// What is said where there are none.
    var nothing: String
  }

  /// A thing to go to.
  struct Card: Sendable {
    var target: ThingID
    var title: String
    var text: String
    var kind: PageKind
  }

  /// A step of a runbook.
  struct StepBlock: Sendable {
    var id: String
    /// What stands in the circle: `3`, or `3b` for a second step under one numbered heading.
    var number: String
    var title: String
    var meta: Prose
    var blocks: [Block]
  }
}
