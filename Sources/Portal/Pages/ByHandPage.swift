import Diagnostics
import Documents
import LabModel

/// What was written past the language's own words, and why: raw documents, patches, files of one's own.
struct ByHandPage {
  let index: ContentIndex

  static let id = ThingID(PageKind.overview.id, "by-hand")

  /// The page; nil for a lab that does without.
  var page: Page? {
    let sections = [documents, patches, files].filter { !$0.blocks.isEmpty }
    guard !sections.isEmpty else { return nil }
    var page = Page(
      id: Self.id, kind: PageKind.overview, title: "By hand",
      summary: [.text("What the language has no word for, and why it is there. An upgrade may make it needless.")])
    page.sections = sections
    page.isSearched = false
    return page
  }

  /// What the first page says of it: how many there are of each, with a link; nothing where there is none.
  var teaser: Section {
    let lab = index.content.lab
    let counts = [
      (lab.all(Native.self).count, "raw document"), (lab.all(Patch.self).count, "patch"),
      (lab.all(ExtraFile.self).count, "file of one's own"),
    ].filter { $0.0 > 0 }.map { Self.counted($0.0, $0.1) }
    guard !counts.isEmpty else { return Section("by-hand", "By hand", []) }
    let text = counts.joined(separator: ", ") + ". "
    return Section("by-hand", "By hand", [.paragraph([.text(text), .page(Self.id, "Which, and why")])])
  }

  private static func counted(_ count: Int, _ noun: String) -> String {
    guard count != 1 else { return "1 \(noun)" }
    let plural = noun == "patch" ? "patches" : noun == "file of one's own" ? "files of one's own" : "\(noun)s"
    return "\(count) \(plural)"
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
