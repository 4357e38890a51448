import Diagnostics
import Documents
import LabModel

/// What departs from the language and its rules, and why: raw documents, patches, files of one's own, waivers.
struct ByHandPage {
  let index: ContentIndex

  static let id = ThingID(PageKind.overview.id, "by-hand")

  /// The page; nil for a lab that does without.
  var page: Page? {
    let sections = [waivers, documents, patches, files, policies].filter { !$0.blocks.isEmpty }
    guard !sections.isEmpty else { return nil }
    var page = Page(
      id: Self.id, kind: PageKind.overview, title: "By hand",
      summary: [.text("What departs from the language and its rules, and why. An upgrade may make it needless.")])
    page.sections = sections
    page.isSearched = false
    return page
  }

  /// What the first page says of it: how many there are of each, with a link; nothing where there is none.
  var teaser: Section {
    let lab = index.content.lab
    let counts = [
      (lab.waivers.count, "waiver"), (lab.all(Native.self).count, "raw document"), (lab.all(Patch.self).count, "patch"),
      (lab.all(ExtraFile.self).count, "file of one's own"), (lab.policies.count, "rule of the lab's own"),
    ].filter { $0.0 > 0 }.map { Self.counted($0.0, $0.1) }
    guard !counts.isEmpty else { return Section("by-hand", "By hand", []) }
    let text = counts.joined(separator: ", ") + ". "
    return Section("by-hand", "By hand", [.paragraph([.text(text), .page(Self.id, "Which, and why")])])
  }

  private static func counted(_ count: Int, _ noun: String) -> String {
    guard count != 1 else { return "1 \(noun)" }
    let plurals = [
      "patch": "patches", "file of one's own": "files of one's own", "rule of the lab's own": "rules of the lab's own",
    ]
    return "\(count) \(plurals[noun] ?? "\(noun)s")"
  }

  /// The next to end first; no page says "soon", which depends on the day of reading.
  private var waivers: Section {
    let rows = index.content.lab.waivers.sorted { ($0.lastDay, $0.declared) < ($1.lastDay, $1.declared) }.map {
      waiver in
      let rule = ThingID(PageKind.diagnostic.id, waiver.code)
      return Table.Row([
        [.text(waiver.lastDay)], [.page(rule, waiver.code)],
        waiver.subject.map { index.content.lab[$0] == nil ? [.text("\($0)")] : [.page($0, nil)] } ?? [
          .text("anything")
        ],
        [.text(waiver.reason)], [.code(waiver.declared.description)],
      ])
    }
    return section("waivers", "Waivers, the next to end first", ["Last day", "Rule", "For", "Why", "Declared"], rows)
  }

  private var policies: Section {
    let rows = index.content.lab.policies.map { policy in
      Table.Row([
        [.page(ThingID(PageKind.diagnostic.id, policy.rule.code), policy.rule.code)], [.text(policy.rule.title)],
        [.text(policy.rule.severity.rawValue)], [.code(policy.declared.description)],
      ])
    }
    return section("policies", "Rules of the lab's own", ["Code", "Rule", "Severity", "Declared"], rows)
  }

  private var documents: Section {
    let rows = index.content.lab.all(Native.self).map { native in
      Table.Row([
        [.page(native.id, nil)], [.text(native.summary)], [.text(native.reason)],
        [.text(native.format.kind.whatIsChecked)], written(native.id), [.code(native.declared.description)],
      ])
    }
    return section(
      "documents", "Raw documents", ["Document", "What it is", "Why", "What is checked", "File", "Declared"], rows)
  }

  private var patches: Section {
    let rows = index.content.lab.all(Patch.self).map { patch in
      let does = patch.operations.flatMap { [Inline.code($0.summary), .lineBreak] }.dropLast()
      let file = ThingID(PageKind.artifact.id, patch.path)
      return Table.Row([
        [.page(patch.id, nil)], [.page(file, nil)], Array(does), [.text(patch.reason)],
        [.code(patch.declared.description)],
      ])
    }
    return section("patches", "Patches", ["Patch", "File", "Does", "Why", "Declared"], rows)
  }

  private var files: Section {
    let rows = index.content.lab.all(ExtraFile.self).map { file in
      Table.Row([
        [.page(file.id, nil)], written(file.id), [.text(file.reason)], [.code(file.declared.description)],
      ])
    }
    return section("files", "Files of one's own", ["Name", "File", "Why", "Declared"], rows)
  }

  private func section(_ id: String, _ title: String, _ head: [String], _ rows: [Table.Row]) -> Section {
    Section(id, title, rows.isEmpty ? [] : [.table(Table(title, head: head, rows: rows).withoutEmptyColumns)])
  }

  /// The files that come from a thing.
  private func written(_ id: ThingID) -> Prose {
    let links = (index.files[id] ?? []).map { Prose([.page(ThingID(PageKind.artifact.id, $0.path), nil)]) }
    return Array(links.joined(separator: [.lineBreak]))
  }
}
