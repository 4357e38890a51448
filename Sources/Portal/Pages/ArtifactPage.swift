import Blueprint
import Diagnostics
import Documents

/// The page of a file that was made: its lines, each with the declaration it comes from.
struct ArtifactPage {
  let index: ContentIndex
  let artifact: Artifact

  var page: Page {
    let id = ThingID(PageKind.artifact.id, artifact.path)
    var page = Page(id: id, kind: PageKind.artifact, title: artifact.path, summary: [])
    page.shortTitle = artifact.path.split(separator: "/").suffix(2).joined(separator: "/")
    let origins = Set(artifact.text.origins.compactMap { $0 }).count
    page.facts = [
      PageFact("Lines", [.text("\(artifact.text.origins.count)")]),
      PageFact("Bytes", [.text("\(artifact.text.bytes.count)")]), PageFact("Made from", [.text(declarations(origins))]),
    ]
    let lines = artifact.text.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let listing = Block.Listing(
      lines: Array(lines.prefix(artifact.text.origins.count)), origins: artifact.text.origins, owners: index.owners)
    page.sections = [Section("lines", "Lines", [.listing(listing)])]
    page.isWide = true
    return page
  }

  private func declarations(_ count: Int) -> String { count == 1 ? "1 declaration" : "\(count) declarations" }
}
