import Diagnostics

/// The page of a rule: why, what to do about it, and what breaks it now.
struct RulePage {
  let index: ContentIndex
  let rule: Rule

  var page: Page {
    let id = ThingID(PageKind.diagnostic.id, rule.code)
    let found = index.content.diagnostics.filter { $0.code == rule.code }
    let title = "\(rule.code): \(rule.title)"
    var page = Page(id: id, kind: PageKind.diagnostic, title: title, summary: [])
    page.shortTitle = rule.code
    page.facts = [
      PageFact("Severity", [.severity(rule.severity, FindingBlocks.name(rule.severity))]),
      PageFact("Can be waived", [.text(rule.isWaivable ? "yes, until a day that the lab names" : "no")]),
      PageFact("Findings now", [.text("\(found.count)")]),
      PageFact("In the terminal", [.code("\(index.content.command) explain \(rule.code)")]),
    ]
    page.sections = [
      Section("why", "Why", [.paragraph([.text(rule.why)])]),
      Section("remedy", "What to do", [.paragraph([.text(rule.remedy)])]),
    ]
    if let section = index.content.ruleSections[rule.code] {
      page.sections.append(Section("examples", "Examples", examples(section)))
    }
    if !found.isEmpty { page.sections.append(Section("findings", "Findings", FindingBlocks.list(found))) }
    page.aliases = [rule.code]
    return page
  }

  private func examples(_ section: RuleSection) -> [Block] {
    section.paragraphs.map { .paragraph(Self.prose($0)) }
      + section.examples.flatMap { example -> [Block] in
        [
          .heading(level: 3, [.text(example.heading)]),
          .example(example.text, marked: section.differences(of: example)),
        ]
      }
  }

  /// A paragraph with its code in backquotes.
  private static func prose(_ text: String) -> Prose {
    text.split(separator: "`", omittingEmptySubsequences: false).enumerated().map { position, part in
      position.isMultiple(of: 2) ? .text(String(part)) : .code(String(part))
    }
  }
}
